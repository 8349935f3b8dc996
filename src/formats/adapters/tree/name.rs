//! Names of nodes and marks, which differ by their spelling more than by their meaning.

use crate::article::Mark;

/// A name without its spelling: `bulletList`, `bullet_list` and `bullet-list` are one.
#[must_use]
pub fn plain_name(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).map(|c| c.to_ascii_lowercase()).collect()
}

/// The mark of a [plain name](plain_name), whichever format it is from.
#[must_use]
pub fn mark_named(name: &str) -> Option<Mark> {
    Some(match name {
        "strong" | "bold" | "b" => Mark::Strong,
        "em" | "italic" | "i" | "emphasis" => Mark::Em,
        "underline" | "underlined" | "u" => Mark::Underline,
        "strike" | "strikethrough" | "linethrough" | "s" | "del" => Mark::Strike,
        "code" | "inlinecode" | "codeinline" | "kbd" | "keyboard" => Mark::Code,
        "sub" | "subscript" => Mark::Sub,
        "sup" | "superscript" | "super" => Mark::Sup,
        "highlight" | "highlighted" | "mark" | "hl" => Mark::Highlight,
        "small" => Mark::Small,
        _ => return None,
    })
}

/// The level of a heading that has it in its [plain name](plain_name): `h2`, `heading2`, `headingtwo`.
#[must_use]
pub fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix("heading").or_else(|| name.strip_prefix('h'))?;
    Some(match level {
        "1" | "one" => 1,
        "2" | "two" => 2,
        "3" | "three" => 3,
        "4" | "four" => 4,
        "5" | "five" => 5,
        "6" | "six" => 6,
        _ => return None,
    })
}

/// Names that editors use for the same: the first of a line stands for them all. The most frequent come first.
const SAME: [&str; 19] = [
    "paragraph p lic listitemtext listitemchild listitemcontent codeline",
    "listitem li bulletedlistitem numberedlistitem decisionitem",
    "bulletlist ul bulletedlist unorderedlist listunordered listbulleted ulist checklist tasklist todolist decisionlist",
    "orderedlist ol numberedlist numberlist listordered listnumbered olist",
    "heading header title",
    "hardbreak br linebreak softbreak",
    "blockquote quote bq pullquote",
    "image img inlineimage imageblock blockimage resizableimage imageresize mediaimage media mediainline captionedimage \
     imagewithcaption photo",
    "tablerow tr",
    "tablecell td",
    "tableheader th tableheadercell tablecellheader",
    "codeblock pre preformatted fence codemirror",
    "divider hr horizontalrule thematicbreak separator rule",
    "taskitem checklistitem todo todoli todoitem actionitem tasklistitem",
    "figure mediasingle mediagroup imagefigure",
    "caption figcaption imagecaption tablecaption summary detailssummary togglesummary toggletitle accordiontitle cite",
    "callout panel admonition alert aside infobox notice hint note box",
    "details toggle collapse collapsible expand nestedexpand accordionitem spoiler",
    "body doc document root editor fragment div section article indent wrapper group grid align alignleft aligncenter \
     alignright columns column columngroup columnblock columnlist layout layoutsection layoutcolumn detailscontent \
     togglecontent togglebody accordioncontent thead tbody tfoot tablehead tablebody tablefoot tableheadersection \
     tablewrapper bodiedextension",
];

/// The name that stands for `name`, a plain one, and for others that mean the same.
#[must_use]
pub fn common_name(name: &str) -> &str {
    let same = SAME.iter().find(|same| same.split(' ').any(|one| one == name));
    same.and_then(|same| same.split(' ').next()).unwrap_or(name)
}
