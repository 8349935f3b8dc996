//! The elements that the importer tells apart.

macro_rules! elements {
    ($($variant:ident = $text:literal,)*) => {
        /// An element's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Name { $($variant,)* Other }

        /// The names in alphabetical order, with their variants.
        static NAMES: &[(&str, Name)] = &[$(($text, Name::$variant),)*];
    };
}

elements! {
    A = "a", Abbr = "abbr", Address = "address", Annotation = "annotation", Applet = "applet", Area = "area",
    Article = "article", Aside = "aside", Audio = "audio", B = "b", Base = "base", Bdi = "bdi", Bdo = "bdo",
    Big = "big", Blockquote = "blockquote", Body = "body", Br = "br", Button = "button", Canvas = "canvas",
    Caption = "caption", Center = "center", Cite = "cite", Code = "code", Col = "col", Colgroup = "colgroup",
    Datalist = "datalist", Dd = "dd", Del = "del", Desc = "desc", Details = "details", Dfn = "dfn",
    Dialog = "dialog", Dir = "dir", Div = "div", Dl = "dl", Dt = "dt", Em = "em", Embed = "embed", Fieldset = "fieldset",
    Figcaption = "figcaption", Figure = "figure", Font = "font", Footer = "footer",
    ForeignObject = "foreignobject", Form = "form", Frame = "frame", Frameset = "frameset", H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6", Head = "head",
    Header = "header", Hgroup = "hgroup", Hr = "hr", Html = "html", I = "i", Iframe = "iframe", Image = "image",
    Img = "img", Input = "input", Ins = "ins", Kbd = "kbd", Keygen = "keygen", Label = "label", Legend = "legend",
    Li = "li", Link = "link", Listing = "listing", Main = "main", Mark = "mark", Marquee = "marquee", Math = "math",
    Menu = "menu", Meta = "meta", Meter = "meter", Mi = "mi", Mn = "mn", Mo = "mo",
    Ms = "ms", Mtext = "mtext", Nav = "nav", Nobr = "nobr", Noembed = "noembed",
    Noframes = "noframes", Noscript = "noscript", Object = "object", Ol = "ol", Optgroup = "optgroup",
    Option = "option", Output = "output", P = "p", Param = "param", Picture = "picture", Plaintext = "plaintext",
    Pre = "pre", Progress = "progress", Q = "q", Rb = "rb", Rp = "rp", Rt = "rt", Rtc = "rtc", Ruby = "ruby", S = "s",
    Samp = "samp", Script = "script", Search = "search", Section = "section", Select = "select", Small = "small",
    Source = "source", Span = "span", Strike = "strike", Strong = "strong", Style = "style", Sub = "sub",
    Summary = "summary", Sup = "sup", Svg = "svg", Table = "table", Tbody = "tbody", Td = "td", Template = "template",
    Textarea = "textarea", Tfoot = "tfoot", Th = "th", Thead = "thead", Time = "time", Title = "title", Tr = "tr",
    Track = "track", Tt = "tt", U = "u", Ul = "ul", Var = "var", Video = "video", Wbr = "wbr", Xmp = "xmp",
}

impl Name {
    /// How many names there are, `Other` counted.
    pub const COUNT: usize = NAMES.len() + 1;

    /// The name of an element written `text`, in lower case.
    pub fn of(text: &str) -> Self {
        let found = NAMES.binary_search_by(|(name, _)| (*name).cmp(text));
        found.ok().and_then(|at| NAMES.get(at)).map_or(Self::Other, |(_, name)| *name)
    }

    /// Whether it never has content (HTML, "void elements", with the obsolete ones).
    pub const fn is_void(self) -> bool {
        use Name::*;
        matches!(
            self,
            Area | Base
                | Br
                | Col
                | Embed
                | Hr
                | Img
                | Input
                | Keygen
                | Link
                | Meta
                | Param
                | Source
                | Track
                | Wbr
                | Frame
        )
    }

    /// h1 to h6.
    pub const fn heading(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }

    /// Whether its start tag closes an open paragraph (HTML, "in body").
    pub const fn closes_paragraph(self) -> bool {
        use Name::*;
        matches!(
            self,
            Address
                | Article
                | Aside
                | Blockquote
                | Center
                | Details
                | Dialog
                | Dir
                | Div
                | Dl
                | Fieldset
                | Figcaption
                | Figure
                | Footer
                | Form
                | H1
                | H2
                | H3
                | H4
                | H5
                | H6
                | Header
                | Hgroup
                | Hr
                | Listing
                | Main
                | Menu
                | Nav
                | Ol
                | P
                | Plaintext
                | Pre
                | Search
                | Section
                | Summary
                | Table
                | Ul
                | Xmp
                | Li
                | Dd
                | Dt
        )
    }

    /// Whether it stands on lines of its own.
    pub const fn is_block(self) -> bool {
        use Name::*;
        self.closes_paragraph()
            || matches!(self, Caption | Tbody | Td | Tfoot | Th | Thead | Tr | Legend | Optgroup | Option | Body | Html)
    }

    /// Whether an end tag does not reach beyond it (HTML, "special"), where it is no block by [`closes_paragraph`](Self::closes_paragraph).
    pub const fn is_special(self) -> bool {
        use Name::*;
        self.closes_paragraph()
            || matches!(
                self,
                Applet
                    | Body
                    | Button
                    | Caption
                    | Col
                    | Colgroup
                    | Html
                    | Iframe
                    | Marquee
                    | Object
                    | Select
                    | Tbody
                    | Td
                    | Template
                    | Textarea
                    | Tfoot
                    | Th
                    | Thead
                    | Tr
            )
    }

    /// Whether it bounds every scope (HTML, "has an element in scope").
    pub const fn is_scope(self) -> bool {
        use Name::*;
        matches!(self, Applet | Caption | Html | Marquee | Object | Table | Td | Template | Th)
            || self.is_integration_point()
    }

    /// Whether HTML stands inside it where SVG and MathML stand around it.
    pub const fn is_integration_point(self) -> bool {
        use Name::*;
        matches!(self, ForeignObject | Desc | Mi | Mn | Mo | Ms | Mtext)
    }

    /// Whether what closes in it leaves the formats around it alone (HTML, "marker").
    pub const fn holds_formats(self) -> bool {
        use Name::*;
        matches!(self, Applet | Caption | Marquee | Object | Td | Template | Th)
    }

    /// Whether its start tag leads out of SVG and MathML (HTML, "rules for parsing tokens in foreign content").
    pub const fn breaks_out(self) -> bool {
        use Name::*;
        matches!(
            self,
            B | Big
                | Blockquote
                | Body
                | Br
                | Center
                | Code
                | Dd
                | Div
                | Dl
                | Dt
                | Em
                | Embed
                | H1
                | H2
                | H3
                | H4
                | H5
                | H6
                | Head
                | Hr
                | I
                | Img
                | Li
                | Listing
                | Menu
                | Meta
                | Nobr
                | Ol
                | P
                | Pre
                | Ruby
                | S
                | Small
                | Span
                | Strong
                | Strike
                | Sub
                | Sup
                | Table
                | Tt
                | U
                | Ul
                | Var
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted() {
        assert!(NAMES.is_sorted_by_key(|(name, _)| *name));
        assert_eq!(Name::of("figcaption"), Name::Figcaption);
        assert_eq!(Name::of("mp-common-mpaudio"), Name::Other);
    }
}
