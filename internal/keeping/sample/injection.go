package sample

// Injections returns 200 attempts at SQL and at the language of full-text search.
func Injections() []string {
	ends := []string{"", " --", "; DROP TABLE statement; --", "/*", "\x00", "%00", `"`, "')", "\\", "\n"}
	var all []string
	for _, start := range []string{
		"' OR '1'='1", `" OR ""="`, "1; SELECT 1", "') UNION SELECT json FROM record", "x' AND sleep(5)",
		"NEAR(a b, 5)", "a AND", "* OR *", "{content}: x", "^a", "a*", "col:a", "(((", "?1", ":name",
		"$1", "@p", "1e999", "0x41", "ORDER BY 1",
	} {
		for _, end := range ends {
			all = append(all, start+end)
		}
	}
	return all
}
