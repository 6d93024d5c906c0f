package role

// openForms have the role beside the name, and its phrase ends without a sign.
var openForms = []form{
	{
		"a participle behind",
		"<Bo Dahl>, an actor famed for it, and <Ann Moe>, an {Oslo}-based host considered the best, left.",
		"actor: Bo Dahl; Oslo-based host: Ann Moe",
	},
	{
		"well known",
		"<Bo Dahl>, a lawyer and physician well known for it, left.",
		"lawyer: Bo Dahl; physician: Bo Dahl",
	},
	{
		"today, and a participle",
		"<Bo Dahl>, a lawyer today, met <Ann Moe>, an operative currently working for him.",
		"lawyer: Bo Dahl; operative: Ann Moe",
	},
	{
		"no comma before it is said",
		"<Bo Dahl>, the director for the {Labour Party} said so.",
		"director for the Labour Party: Bo Dahl",
	},
	{
		"what another says of somebody",
		"<Bo Dahl>, the director of {Acme} said, is ill.",
		"",
	},
	{
		"what is no role, and a role",
		"<Bo Dahl>, the pizza maven and former candidate who left, came.",
		"former candidate: Bo Dahl",
	},
}
