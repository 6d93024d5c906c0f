package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A nameRow is a run of words in the names of elements, with a class, id or
// role that it must match.
type nameRow struct{ words, example string }

// nameRows reads a table of words=example, "+" for a space.
func nameRows(table string) []nameRow {
	var rows []nameRow
	for row := range strings.FieldsSeq(table) {
		words, example, _ := strings.Cut(strings.ReplaceAll(row, "+", " "), "=")
		rows = append(rows, nameRow{words, example})
	}
	return rows
}

// furniture are the words that publishers put into class names, ids and roles
// of what stands around an article. A row matches when its words follow each
// other in a name; names are cut at punctuation and capitals, so that
// "relatedLinks", "related-links" and "related_links" are the same words.
var furniture = nameRows(`
related=article__related recirc=m-recirc-module recirculation=Recirculation-list
recommended=js-recommended recommendations=recommendations-box
read+more=inline-read-more read+also=read-also readmore=readmore see+also=see_also
also+read=also-read-block also+like=you-may-also-like more+from=moreFrom
more+on=more-on-this-story more+stories=more-stories most+read=most-read
most+popular=mostPopular trending=c-trending popular=popular-posts share=share-bar
sharing=addthis_sharing_toolbox sharebar=sharebar sharedaddy=sharedaddy
social=social-links addthis=addthis_toolbox newsletter=newsletter-signup
newsletters=newsletters-widget signup=email-signup sign+up=sign-up-form
subscribe=subscribe-box subscription=subscription-offer paywall=paywall-message
promo=inline-promo promotion=promotion teaser=teaser-list teasers=teasers
caption=wp-caption-text figcaption=c-figcaption credit=photo-credit
credits=image-credits gallery=gallery-slide slideshow=slideshow
carousel=carousel-inner advert=advert-slot advertisement=advertisement
advertising=advertising ad=ad-unit ads=google-ads sponsored=sponsored-content
sponsor=sponsor outbrain=OUTBRAIN taboola=taboola-below breadcrumb=breadcrumb
breadcrumbs=breadcrumbs byline=entry-byline dateline=article-dateline
timestamp=timestamp author+bio=author-bio author+box=author-box
author+info=authorInfo bio=post-bio tags=post-tags taglist=taglist
topics=article-topics toolbar=toolbar tools=article-tools comment=comment-count
comments=comments disqus=disqus_thread respond=respond sidebar=sidebar
rail=right-rail widget=widget-area nav=post-nav navigation=role-navigation menu=menu
footer=site-footer copyright=copyright-notice disclaimer=disclaimer
cookie=cookie-banner consent=gdpr-consent modal=modal popup=popup overlay=overlay
skip+link=skip-link screen+reader=screen-reader-text sr+only=sr-only
visually+hidden=visually-hidden contentinfo=contentinfo complementary=complementary
player=video-player pull+quote=pull-quote pullquote=pullquote infobox=infobox
print+only=print-only print+footer=print-footer donate=donate-box
call+to+action=call-to-action cta=cta correction+policy=correction-policy poll=poll
rollover+block=rollover-block tooltip+text=tooltip-text
tooltip+content=tooltipContent popover=popover dropdown=dropdown hovercard=hovercard`)

// furnitureTags are elements that are no part of an article's text by what
// they are.
var furnitureTags = tagSet("nav figcaption form footer button aside dialog menu")

// maxFurniture is the largest share of the prose of a page that an element may
// hold and still be dropped for its name: some publishers call the article
// itself "social" or "promo".
const maxFurniture = 0.3

// prune removes from the tree what is not shown and what is furniture. Nothing
// that holds much of the page's prose or a quotation is removed: publishers
// wrap embedded posts, which are evidence, in elements named "social".
func prune(root *html.Node) {
	prose := weigh(root, blocks(root))
	limit := int(maxFurniture * float64(prose[root]))
	quoting := quoters(root)
	var drop []*html.Node
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for c := range n.ChildNodes() {
			if c.Type != html.ElementNode {
				continue
			}
			if isHidden(c) || !quoting[c] && prose[c] <= limit && isFurniture(c) {
				drop = append(drop, c)
				continue
			}
			visit(c)
		}
	}
	visit(root)
	for _, n := range drop {
		n.Parent.RemoveChild(n)
	}
}

// quoters are the elements in or around a quotation.
func quoters(root *html.Node) map[*html.Node]bool {
	set := make(map[*html.Node]bool)
	for n := range elements(root) {
		if n.DataAtom == atom.Blockquote {
			for e := n; e != nil && !set[e]; e = e.Parent {
				set[e] = true
			}
		}
	}
	return set
}

// isHidden tells elements that the page itself does not show. A style sheet
// may hide more; only the element's own attributes are looked at.
func isHidden(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return hasAttr(n, "hidden") && n.DataAtom != atom.Body ||
		strings.Contains(style, "display:none") ||
		strings.Contains(style, "visibility:hidden")
}

func isFurniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Article, atom.Main, atom.Blockquote:
		return false // quotations and embedded posts are evidence
	}
	if furnitureTags[n.Data] {
		return true
	}
	for _, key := range []string{"class", "id", "role", "data-component", "itemprop"} {
		if names(furniture, attr(n, key)) {
			return true
		}
	}
	return false
}

// maxNames is how many bytes of an element's class are looked at.
const maxNames = 400

// names tells whether a row's words are in one of the names in value.
func names(rows []nameRow, value string) bool {
	for name := range strings.FieldsSeq(value[:min(len(value), maxNames)]) {
		padded := " " + strings.Join(nameWords(name), " ") + " "
		for _, row := range rows {
			if strings.Contains(padded, " "+row.words+" ") {
				return true
			}
		}
	}
	return false
}

// nameWords cuts a class name into lower-case words.
func nameWords(name string) []string {
	var cut strings.Builder
	var last rune
	for _, r := range name {
		switch {
		case !unicode.IsLetter(r):
			cut.WriteByte(' ')
		case unicode.IsUpper(r) && unicode.IsLower(last):
			cut.WriteByte(' ')
			cut.WriteRune(unicode.ToLower(r))
		default:
			cut.WriteRune(unicode.ToLower(r))
		}
		last = r
	}
	return strings.Fields(cut.String())
}
