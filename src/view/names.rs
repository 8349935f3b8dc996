//! The names that markup can hold. What is not listed here cannot be written.

macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum $name { $($variant,)* }

        impl $name {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name as it is written.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

names! {
    /// The elements that the view can make.
    Tag {
        A = "a",
        Article = "article",
        Audio = "audio",
        Bdi = "bdi",
        Blockquote = "blockquote",
        Br = "br",
        Button = "button",
        Caption = "caption",
        Cite = "cite",
        Code = "code",
        Data = "data",
        Dd = "dd",
        Del = "del",
        Details = "details",
        Dialog = "dialog",
        Div = "div",
        Dl = "dl",
        Dt = "dt",
        Em = "em",
        Fieldset = "fieldset",
        Figcaption = "figcaption",
        Figure = "figure",
        Footer = "footer",
        H1 = "h1",
        H2 = "h2",
        H3 = "h3",
        H4 = "h4",
        H5 = "h5",
        H6 = "h6",
        Header = "header",
        Hr = "hr",
        I = "i",
        Img = "img",
        Input = "input",
        Label = "label",
        Legend = "legend",
        Li = "li",
        Mark = "mark",
        Nav = "nav",
        Ol = "ol",
        Output = "output",
        P = "p",
        Pre = "pre",
        Rp = "rp",
        Rt = "rt",
        Ruby = "ruby",
        Section = "section",
        Slot = "slot",
        Small = "small",
        Source = "source",
        Span = "span",
        Strong = "strong",
        Sub = "sub",
        Summary = "summary",
        Sup = "sup",
        Table = "table",
        Tbody = "tbody",
        Td = "td",
        Th = "th",
        Thead = "thead",
        Time = "time",
        Tr = "tr",
        U = "u",
        Ul = "ul",
        Video = "video",
        // Elements of SVG stand last: a sink makes everything from `Svg` on in that namespace.
        Svg = "svg",
        Path = "path",
    }
}

impl Tag {
    /// Whether the element never has content (HTML, "void elements").
    #[must_use]
    pub const fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Hr | Self::Img | Self::Input | Self::Source)
    }
}

names! {
    /// The attributes whose value is text, a number or a word. None of them runs or loads anything.
    Attr {
        Alt = "alt",
        AriaControls = "aria-controls",
        AriaExpanded = "aria-expanded",
        AriaHidden = "aria-hidden",
        AriaLabel = "aria-label",
        AriaPressed = "aria-pressed",
        AriaRoledescription = "aria-roledescription",
        Checked = "checked",
        Colspan = "colspan",
        Controls = "controls",
        D = "d",
        DataAction = "data-action",
        DataAlign = "data-align",
        DataAlt = "data-alt",
        DataIndent = "data-indent",
        DataKind = "data-kind",
        DataMark = "data-mark",
        DataRest = "data-rest",
        DataRole = "data-role",
        DataScript = "data-script",
        DataSection = "data-section",
        DataSetting = "data-setting",
        Datetime = "datetime",
        Decoding = "decoding",
        Dir = "dir",
        Disabled = "disabled",
        Height = "height",
        Hidden = "hidden",
        // Only ever one of the view's own making: see `note`.
        Id = "id",
        Lang = "lang",
        Loading = "loading",
        Max = "max",
        Min = "min",
        Name = "name",
        Open = "open",
        Part = "part",
        Preload = "preload",
        Rel = "rel",
        Role = "role",
        Rowspan = "rowspan",
        Scope = "scope",
        Sizes = "sizes",
        Start = "start",
        Step = "step",
        Tabindex = "tabindex",
        Title = "title",
        Type = "type",
        Value = "value",
        ViewBox = "viewBox",
        Width = "width",
    }
}

names! {
    /// The attributes whose value is an address; markup takes them only as a [`SafeUrl`](crate::article::SafeUrl).
    UrlAttr {
        DataSrc = "data-src",
        Href = "href",
        Poster = "poster",
        Src = "src",
        Srcset = "srcset",
    }
}
