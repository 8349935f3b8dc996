//! HTML bodies to blocks: what each element becomes, and what broken markup does.

use lamplit::article::{Block, Cell, Inline, Mark, Picture, Text};
use lamplit::formats::notes::Notes;
use lamplit::html;
use lamplit::parse::Path;

fn read(source: &str) -> Vec<Block> {
    html::blocks(source, &Path::root(), &mut Notes::default())
}

/// The blocks, a line each, in a short hand: `p(…)`, `h2(…)`, `ul[…]`; marks as `{strong …}`, links as `<url …>`, breaks as `/`.
fn short(source: &str) -> String {
    all(&read(source))
}

fn all(blocks: &[Block]) -> String {
    blocks.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn one(block: &Block) -> String {
    match block {
        Block::Paragraph(one) => {
            let lang = one.lang.as_ref().map(|lang| format!(":{lang}")).unwrap_or_default();
            format!("p{}{lang}({})", if one.indent { ">" } else { "" }, text(&one.content))
        }
        Block::Heading(one) => format!("h{}({})", one.level, text(&one.content)),
        Block::List { ordered, start, items } => {
            let items = items.iter().map(|item| {
                let check = item.checked.map(|done| if done { "x " } else { "o " }).unwrap_or_default();
                format!("{check}{}", all(&item.blocks))
            });
            let start = start.map(|start| start.to_string()).unwrap_or_default();
            format!("{}{start}[{}]", if *ordered { "ol" } else { "ul" }, items.collect::<Vec<_>>().join("; "))
        }
        Block::Quote { blocks, cite } => format!("quote[{}]{}", all(blocks), words(cite)),
        Block::Code { text, language } => format!("code:{}({text})", language.clone().unwrap_or_default()),
        Block::Image(one) => picture(one),
        Block::Gallery { images, caption } => {
            format!("gallery[{}]{}", images.iter().map(picture).collect::<Vec<_>>().join(" "), words(caption))
        }
        Block::Video(media) => {
            format!("video({})", media.sources.iter().map(|s| s.src.as_str()).collect::<Vec<_>>().join(" "))
        }
        Block::Audio(media) => format!(
            "audio({}){}",
            media.sources.iter().map(|s| s.src.as_str()).collect::<Vec<_>>().join(" "),
            words(&media.caption)
        ),
        Block::Embed(embed) => format!(
            "embed:{}({}){}",
            embed.provider.clone().unwrap_or_default(),
            embed.url.as_ref().map(|url| url.as_str()).unwrap_or_default(),
            words(&embed.caption)
        ),
        Block::Table(table) => {
            let row = |row: &Vec<Cell>| {
                row.iter()
                    .map(|cell| {
                        let span = if cell.colspan > 1 || cell.rowspan > 1 {
                            format!("{}x{}", cell.colspan, cell.rowspan)
                        } else {
                            String::new()
                        };
                        format!("{}{span}{}", if cell.header { "#" } else { "" }, text(&cell.content))
                    })
                    .collect::<Vec<_>>()
                    .join("|")
            };
            format!("table[{}]{}", table.rows.iter().map(row).collect::<Vec<_>>().join("; "), words(&table.caption))
        }
        Block::Divider => "hr".to_owned(),
        Block::Details { summary, blocks, open } => {
            format!("details{}({})[{}]", if *open { "!" } else { "" }, text(summary), all(blocks))
        }
        Block::LinkCard(card) => format!(
            "card({}|{}|{}|{})",
            card.title,
            card.excerpt.clone().unwrap_or_default(),
            card.site.clone().unwrap_or_default(),
            card.url.as_ref().map(|url| url.as_str()).unwrap_or_default()
        ),
        Block::Group { title, blocks } => format!("group{}[{}]", words(title), all(blocks)),
        Block::Footnotes(notes) => format!(
            "notes[{}]",
            notes.iter().map(|note| format!("{}: {}", note.id, all(&note.blocks))).collect::<Vec<_>>().join("; ")
        ),
        Block::Unknown { kind, text } => format!("unknown:{kind}({text})"),
    }
}

fn words(words: &Option<String>) -> String {
    words.as_ref().map(|words| format!("«{words}»")).unwrap_or_default()
}

fn picture(one: &Picture) -> String {
    let link = one.link.as_ref().map(|url| format!("→{}", url.as_str())).unwrap_or_default();
    let credit = one.credit.as_ref().map(|credit| format!("©{credit}")).unwrap_or_default();
    format!(
        "img({}){link}{}{credit}",
        one.src.as_ref().map(|url| url.as_str()).unwrap_or_default(),
        words(&one.caption)
    )
}

fn text(content: &Text) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Run { text, marks } => marks.iter().rev().fold(text.clone(), |text, mark| match mark {
                Mark::Ruby(reading) => format!("{{{text}^{reading}}}"),
                Mark::Lang(lang) => format!("{{{lang}: {text}}}"),
                mark => {
                    let name =
                        Mark::WORDS.iter().find(|(_, one)| one == mark).map(|(name, _)| *name).unwrap_or_default();
                    format!("{{{name} {text}}}")
                }
            }),
            Inline::Break => "/".to_owned(),
            Inline::Link { url, content } => format!("<{} {}>", url.as_str(), text(content)),
            Inline::Image(one) => picture(one),
            Inline::NoteRef { id, text } => format!("[{id}={text}]"),
        })
        .collect()
}

macro_rules! becomes {
    ($($name:ident: $($source:expr => $short:expr),+ $(,)?;)*) => {
        $(#[test]
        fn $name() {
            $(assert_eq!(short($source), $short, "{}", $source);)+
        })*
    };
}

becomes! {
    paragraphs_out_of_anything:
        "<p>One</p><p>Two</p>" => "p(One) p(Two)",
        "One<br><br>Two<br>\n<br/> Three" => "p(One) p(Two) p(Three)",
        "One<br>Two" => "p(One/Two)",
        "　　灯下。<br>　　夜读。" => "p(　　灯下。) p(　　夜读。)",
        "Bare <div>Boxed <span>and</span> more</div> after" => "p(Bare) p(Boxed and more) p(after)",
        "<p>One<p>Two" => "p(One) p(Two)",
        "One</p>Two" => "p(One) p(Two)",
        "<p style='text-indent:2em'>灯</p><p style='text-indent: 0'>火</p>" => "p>(灯) p(火)",
        "<p>  \n </p><p>&nbsp;</p><p></p>" => "",
        "<div lang=fr><p>Bonjour</p></div>" => "p:fr(Bonjour)";

    white_space:
        "<p> a \n b <b> c </b> d</p>" => "p(a b {strong c }d)",
        "<p>a<a href='/x'> b </a>c</p>" => "p(a </x b> c)",
        "<p>灯下\n夜读\nabc\ndef</p>" => "p(灯下夜读 abc def)",
        "<p>a&nbsp; b</p>" => "p(a\u{a0} b)";

    marks:
        "<p><b>b</b><i>i</i><u>u</u><s>s</s><code>c</code><small>m</small></p>" =>
            "p({strong b}{em i}{underline u}{strike s}{code c}{small m})",
        "<sub>1</sub><sup>2</sup><mark>3</mark><kbd>4</kbd><ins>5</ins><del>6</del>" =>
            "p({sub 1}{sup 2}{highlight 3}{code 4}{underline 5}{strike 6})",
        "<b>one<p>two</b>three</p>" => "p({strong one}) p({strong two}three)",
        "<p><b>one</p><p>two</b>three</p>" => "p({strong one}) p({strong two}three)",
        "<b><i>x</b>y</i>z" => "p({strong {em x}}{em y}z)",
        "<span style='font-weight:700;font-style:italic'>x</span>" => "p({strong {em x}})",
        "<b style='font-weight:normal'>x</b>" => "p(x)",
        "<span style='text-emphasis: dot'>着重</span>" => "p({dots 着重})",
        "他说<span lang='en'>well</span>。" => "p(他说{en: well}。)";

    links:
        "<a href='https://a.example/'>x <b>y</b></a>z" => "p(<https://a.example/ x {strong y}>z)",
        "<a href='javascript:alert(1)'>x</a>" => "p(x)",
        "<a href='#part'>x</a>" => "p(x)",
        "<a href=/1>x<a href=/2>y</a>z" => "p(</1 x></2 y>z)",
        "<a href=/1><p>x</p><p>y</p></a>" => "p(</1 x>) p(</1 y>)",
        "<a href=/1>x<br>y</a>" => "p(</1 x/y>)",
        "<a href=/1><img src=a.jpg></a>" => "img(a.jpg)→/1";

    headings_and_rules:
        "<h2>T</h2>x<hr>y" => "h2(T) p(x) hr p(y)",
        "<h1>a<h2>b</h2>c" => "h1(a) h2(b) p(c)",
        "<h3>a<br>b</h3>" => "h3(a/b)",
        "<h2><img src=a.jpg>T</h2>" => "h2(T) img(a.jpg)",
        "<h2></h2>" => "";

    lists:
        "<ul><li>a<li>b<ol start=3><li>c</ol></ul>" => "ul[p(a); p(b) ol3[p(c)]]",
        "<ul><li>a</li><ul><li>b</li></ul></ul>" => "ul[p(a) ul[p(b)]]",
        "<ul><li><p>a</p><p>b</p></li></ul>" => "ul[p(a) p(b)]",
        "<ul><li><input type=checkbox checked> a</li><li><input type=checkbox> b</li></ul>" => "ul[x p(a); o p(b)]",
        "<dl><dt>T<dd>d<dt>U<dd>e<dd>f</dl>" => "ul[p({strong T}) p(d); p({strong U}) p(e) p(f)]",
        "<ol><li value=7>a<li>b</ol>" => "ol7[p(a); p(b)]",
        "<ul></ul>x" => "p(x)";

    quotes_code_details:
        "<blockquote><p>q</p><footer>— <cite>W</cite></footer></blockquote>" => "quote[p(q)]«— W»",
        "<blockquote>q</blockquote>" => "quote[p(q)]",
        "<pre><code class='language-rust'>fn a() {\n    1\n}\n</code></pre>" => "code:rust(fn a() {\n    1\n})",
        "<pre>\na<br>b</pre>" => "code:(a\nb)",
        "<details open><summary>S</summary><p>d</p></details>" => "details!(S)[p(d)]",
        "<aside><h3>A</h3>b</aside>" => "group[h3(A) p(b)]";

    tables:
        "<table><thead><tr><th>A<th>B</thead><tr><td>1<td>2</table>" => "table[#A|#B; 1|2]",
        "<table><caption>C</caption><tr><th>A<td>1<tr><td colspan=2>x</table>" => "table[#A|1; 2x1x]«C»",
        "<table><tr><td>a</td><td><p>b</p><p>c</p></td></tr></table>" => "table[a|b/c]",
        "<table><tr><td><p>only</p></td></tr></table>" => "p(only)",
        "<table><tr><td><img src=a.jpg></td></tr><tr><td>words</td></tr></table>" => "img(a.jpg) p(words)",
        "<table><tr><td><table><tr><td>a<td>b</table></td><td>c</td></tr></table>" => "table[a|b] p(c)",
        "<table>x<tr><td>a<td>b</table>" => "p(x) table[a|b]",
        "<td>a</td>b" => "p(ab)";

    figures:
        "<figure><img src=a.jpg><figcaption>C <span class='credit'>Li</span></figcaption></figure>" => "img(a.jpg)«C»©Li",
        "<figure><img src=a.jpg><img src=b.jpg><figcaption>C</figcaption></figure>" => "gallery[img(a.jpg) img(b.jpg)]«C»",
        "<figure><figure><img src=a.jpg><figcaption>1</figcaption></figure><figure><img src=b.jpg></figure><figcaption>C</figcaption></figure>" =>
            "gallery[img(a.jpg)«1» img(b.jpg)]«C»",
        "<figure><table><tr><th>a<td>b</table><figcaption>C</figcaption></figure>" => "table[#a|b]«C»",
        "<figure><svg><text>x</text></svg><figcaption>C</figcaption></figure>" => "img()«C»",
        "<figure><img src=a.jpg><p>under</p></figure>" => "img(a.jpg)«under»",
        "<div class='wp-caption'><img src=a.jpg><p class='wp-caption-text'>C</p></div><p>x</p>" => "img(a.jpg)«C» p(x)",
        "<figure><pre>c</pre><figcaption>C</figcaption></figure>" => "code:(c) p(C)",
        "<figure><audio src=a.mp3></audio><figcaption>C</figcaption></figure>" => "audio(a.mp3)«C»",
        "<ul class=wp-block-gallery><li><img src=a.jpg></li><li><img src=b.jpg></li></ul>" => "gallery[img(a.jpg) img(b.jpg)]",
        "<div class='swiper-wrapper'><div><img src=a.jpg></div><div><img src=b.jpg></div></div>" => "gallery[img(a.jpg) img(b.jpg)]",
        "<figure class='kg-card kg-bookmark-card'><a class='kg-bookmark-container' href='https://a.example/'><div class='kg-bookmark-content'><div class='kg-bookmark-title'>T</div><div class='kg-bookmark-description'>D</div><div class='kg-bookmark-metadata'><span class='kg-bookmark-publisher'>S</span></div></div></a></figure>" =>
            "card(T|D|S|https://a.example/)";

    pictures:
        "x<img src=a.jpg>y" => "p(x) img(a.jpg) p(y)",
        "x<img src=e.png width=20 height=20>y" => "p(ximg(e.png)y)",
        "<img src=t.gif width=1 height=1>" => "",
        "<img src='data:image/gif;base64,R0' data-src='//cdn.example/a.jpg'>" => "img(//cdn.example/a.jpg)",
        "<img src=loading.gif data-original=a.jpg>" => "img(a.jpg)",
        "<img srcset='a-1.jpg 300w, a-2.jpg 900w' src='blank.gif'>" => "img(a-2.jpg)",
        "<picture><source srcset='a.webp 800w, a,b.webp 400w'><img alt=x></picture>" => "img(a.webp)",
        "<img class=lazy><noscript><img src=a.jpg></noscript>" => "img(a.jpg)",
        "<img data-src=a.jpg><noscript><img src=a.jpg></noscript>" => "img(a.jpg)",
        "<p>x</p><noscript><img src=a.jpg>Turn on script</noscript>" => "p(x) img(a.jpg)",
        "<img src='javascript:x'>" => "",
        "<p><img src=a.jpg></p><p><img src=b.jpg></p>" => "img(a.jpg) img(b.jpg)";

    media_and_embeds:
        "<iframe src='https://www.youtube.com/embed/abc'></iframe>" => "embed:YouTube(https://www.youtube.com/watch?v=abc)",
        "<figure><iframe data-src='https://player.vimeo.com/video/7'></iframe><figcaption>C</figcaption></figure>" => "embed:Vimeo(https://vimeo.com/7)«C»",
        "<iframe src='javascript:x'></iframe>" => "",
        "<iframe>fallback</iframe>x" => "p(x)",
        "<video poster=p.jpg><source src=a.mp4 type=video/mp4>Sorry</video>" => "video(a.mp4)",
        "<blockquote class=twitter-tweet><p>said</p>— A <a href='https://twitter.com/a/status/42'>May 1</a></blockquote>" =>
            "embed:X(https://x.com/i/status/42)«said\n— A May 1»",
        "<object data='https://www.youtube.com/v/x'><p>none</p></object>" => "embed:YouTube(https://www.youtube.com/watch?v=x)",
        "<object><p>none</p></object>" => "p(none)";

    ruby:
        "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>です" => "p({漢^kan}{字^ji}です)",
        "<p>東京の <ruby>漢字<rt>かんじ</rt></ruby> と</p>" => "p(東京の {漢字^かんじ} と)",
        "<ruby><rb>漢<rb>字<rt>kan<rt>ji</ruby>" => "p({漢^kan}{字^ji})",
        "<ruby>漢<rt>kan</rt> 字<rt>ji</rt></ruby>" => "p({漢^kan} {字^ji})",
        "<p>東京の\n<ruby>漢字<rt>かんじ</rt></ruby></p>" => "p(東京の{漢字^かんじ})",
        "<ruby><rb>灯<rt>dēng</ruby>" => "p({灯^dēng})",
        "<b>x<ruby>灯<rt>d</rt></ruby></b>" => "p({strong x}{strong {灯^d}})";

    footnotes:
        "x<sup id=r1><a href='#n1'>1</a></sup>.<ol><li id=n1>Note <a href='#r1'>↩</a></li></ol>" => "p(x[n1=1].) notes[n1: p(Note)]",
        "x<a href='#n2'>[2]</a><ol><li id=n2><p>N</p></li></ol>" => "p(x[n2=[2]]) notes[n2: p(N)]",
        "<p>A<a href='#_ftn1' name='_ftnref1'>[1]</a>.</p><div><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Word note.</p></div>" =>
            "p(A[_ftn1=[1]].) notes[_ftn1: p(Word note.)]",
        "<p>A<sup id=r1><a href='#n1'>1</a></sup> B<a id=r2 href='#n2'>2</a></p><hr><p id=n1>One <a href='#r1'>↩</a></p><div id=n2><a href='#r2'>2</a> Two</div>" =>
            "p(A[n1=1] B[n2=2]) hr notes[n1: p(One); n2: p(Two)]",
        "<p><a href='#s1'>1</a></p><div id=s1><p>Section <a href='#top'>↑</a></p></div>" => "p(1) p(Section ↑)",
        "<ol><li id=a>x</li></ol><a href='#a'>see the first point</a>" => "ol[p(x)] p(see the first point)";

    nothing_for_readers:
        "a<script>b</script><style>c</style><template>d</template><svg><text>e</text></svg>f" => "p(af)",
        "a<p hidden>b</p><p style='color:red; display: none !important'>c</p><span hidden>d</span><i style='display:none'>e</i>f" => "p(af)",
        "<form><input name=q><label>Mail</label><button>Send</button></form>x" => "p(x)",
        "<ins class=adsbygoogle>ad</ins><div id=ad-slot>ad</div>x" => "p(x)",
        "<div id=ad_top>ad</div><div class='a ad-banner'>ad</div><div class=sharedaddy>Share</div><div class=adage>x</div>" => "p(x)",
        "<select><option>a</select><textarea>b</textarea><button>c</button>x" => "p(x)",
        "a<!-- b -->c<!doctype html><?php d ?>e" => "p(ace)",
        "<div style='visibility:hidden'><p>all of it</p></div>" => "p(all of it)",
        "<html><head><title>T</title></head><body>x</body></html>" => "p(x)";

    misnested:
        "<b>a<p>b</b>c</p>" => "p({strong a}) p({strong b}c)",
        "<b>a</strong>b</b>c" => "p({strong ab}c)",
        "<b>a<cite>b</b>c" => "p({strong a}{strong {em b}}c)",
        "<p><b>a<table><tr><td>b</b>c<td>d</table>e" => "p({strong a}) table[bc|d] p({strong e})",
        "<p><b>a</p><table><tr><td>b<td>c</table>d" => "p({strong a}) table[b|c] p({strong d})",
        "<ul>a <b>b</b> c<li>d</li>e <i>f</i></ul>" => "ul[p(a {strong b} c); p(d) p(e {em f})]",
        "<dl>a <b>b</b><dt><a href=/t>T</a><dd>d</dl>" => "ul[p(a {strong b}); p(</t {strong T}>) p(d)]",
        "<h1>a<ul><li>b</ul>c</h1>" => "h1(a) ul[p(b)] p(c)",
        "a<form><input></form>b" => "p(a) p(b)",
        "<form><p>a</p><input type=hidden></form>" => "p(a)",
        "<form>a<form>b</form>c" => "p(ab) p(c)",
        "<svg><g><text>a</p>b</svg>c" => "p(bc)",
        "<div><svg><path></div>a" => "p(a)",
        "<rp>a<rt>b</rp>c" => "p(c)",
        "<ruby><rt>a</rt></ruby>" => "p(a)",
        "<pre>a<script>b</script><p hidden>c</p><div>d</div>e</pre>" => "code:(a\nd\ne)",
        "<details>a<b>b</b></details>" => "p(a{strong b})",
        "<blockquote>He read <cite>Emma</cite></blockquote>" => "quote[p(He read {em Emma})]",
        "<blockquote>So it is. <cite>W</cite></blockquote>" => "quote[p(So it is.)]«W»",
        "<blockquote>a <cite>b</cite> c</blockquote>" => "quote[p(a {em b} c)]";

    parts_that_are_not_shown:
        "<ul><li hidden>a<li>b</ul>" => "ul[p(b)]",
        "<table><tr><th>a<td style='display:none'>b<tr hidden><td>c</table>" => "table[#a]",
        "<dl><dt>a<dd hidden>b</dl>" => "ul[p({strong a})]",
        "<ul><li lang=fr dir=rtl>a</ul>" => "ul[p:fr(a)]",
        "<strong>a<span style='font-weight: 400'>b</span></strong>" => "p({strong a}b)",
        "<em>a<p style='font-style:normal'>b</p></em>" => "p({em a}) p(b)",
        "<a href=/a style='font-weight:bold'>a</a><u style='font-style:italic'>b</u>" => "p(</a {strong a}>{em {underline b}})",
        "<p style='font-weight:bold'>a</p>b" => "p({strong a}) p(b)";

    wechat_and_chinese_portals:
        "<section style='text-indent: 2em'><section><span leaf>灯亮了。</span></section></section><section><img class='rich_pages' data-src='https://mmbiz.example/1?wx_fmt=jpeg' data-ratio='0.5' data-w='1080' src='data:image/svg+xml,x'></section>" =>
            "p>(灯亮了。) img(https://mmbiz.example/1?wx_fmt=jpeg)",
        "<section class='code-snippet__fix'><ul class='code-snippet__line-index'><li></li><li></li></ul><pre class='code-snippet__js' data-lang='javascript'><code><span leaf>let a;</span></code><code><span leaf>a();</span></code></pre></section>" =>
            "code:javascript(let a;\na();)",
        "<iframe class='video_iframe' data-src='https://v.qq.com/iframe/preview.html?vid=w00123abcde'></iframe>" =>
            "embed:腾讯视频(https://v.qq.com/x/page/w00123abcde.html)",
        "<div class='pgc-img'><img src='/a.jpg'><p class='pgc-img-caption'>晨雾</p></div><p>正文</p>" => "img(/a.jpg)«晨雾» p(正文)",
        "<div class='img_wrapper'><img src='//n.example/a.jpg'><span class='img_descr'>江边</span></div><p>　　正文。</p>" =>
            "img(//n.example/a.jpg)«江边» p(　　正文。)",
        "<center><img src=a.jpg><br clear=all><font size=2>资料图</font></center>" => "img(a.jpg)«资料图»",
        "<center><img src=a.jpg></center><p style='text-align:center'>图1 江边</p><p align=center>图2</p>" => "img(a.jpg)«图1 江边» p(图2)",
        "<center><img src=a.jpg></center><center>第二章</center>" => "img(a.jpg) p(第二章)",
        "<center><img src=a.jpg><br>江水在夜里涨了。</center>" => "img(a.jpg) p(江水在夜里涨了。)",
        "<p>　　甲。<br>　　乙。</p><p>&nbsp;</p><p>　</p>" => "p(　　甲。) p(　　乙。)";

    newspapers:
        "<figure><div><picture><source srcset='a.webp 480w'><img src='placeholder.png' alt='x'></picture><span class='visually-hidden'>Image source, </span></div><figcaption><span class='visually-hidden'>Image caption, </span>The quay</figcaption></figure>" =>
            "img(a.webp)«The quay»",
        "<figure><picture><img src=a.jpg></picture><figcaption><span>The quay.</span> <span class='css-credit'><span>Credit…</span><span>Ann Li</span></span></figcaption></figure>" =>
            "img(a.jpg)«The quay.»©Credit…Ann Li",
        "<figure><div role=button><div><picture><source srcset='a-700.png 700w, a-1400.png 1400w'><img loading=lazy></picture></div></div><figcaption>By hand</figcaption></figure>" =>
            "img(a-1400.png)«By hand»",
        "<video poster=p.jpg></video><p>a</p>" => "video() p(a)",
        "<div class='captioned-image-container'><figure><a class='image-link' href='https://c.example/f.png'><div><picture><img src='https://c.example/t.png'></picture><div><svg></svg></div></div></a><figcaption>C</figcaption></figure></div>" =>
            "img(https://c.example/t.png)→https://c.example/f.png«C»";

    blogs:
        "<div id='attachment_1' style='width: 310px' class='wp-caption'><a href='/f.jpg'><img src=a.jpg width=300></a><p class='wp-caption-text'>C</p></div>" => "img(a.jpg)→/f.jpg«C»",
        "<p>Nice <img src='https://s.example/1f600.svg' alt='😀' class='wp-smiley emoji' style='height: 1em'> day</p>" => "p(Nice 😀 day)",
        "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' class='lazyload'><noscript><img src=a.jpg></noscript>" => "img(a.jpg)",
        "<noscript><img height=1 width=1 style='display:none' src='https://t.example/p'></noscript>a" => "p(a)",
        "<table class='tr-caption-container'><tbody><tr><td><a href='/f.jpg'><img src=a.jpg></a></td></tr><tr><td class='tr-caption'>C</td></tr></tbody></table>" =>
            "img(a.jpg)→/f.jpg«C»",
        "<aside class='quote'><div class='title'>ann:</div><blockquote><p>q</p></blockquote></aside><p>a</p>" => "group[p(ann:) quote[p(q)]] p(a)",
        "<pre><code class='language-js'><span class='line'><span>let a;</span></span>\n<span class='line'>a();</span></code></pre>" => "code:js(let a;\na();)",
        "<table><tr><td class=gutter><pre>1\n2</pre></td><td class=code><pre>a\nb</pre></td></tr></table>" => "code:(1\n2) code:(a\nb)",
        "<amp-img src=a.jpg width=600 height=400><noscript><img src=a.jpg></noscript></amp-img><amp-youtube data-videoid=abc></amp-youtube><p>a</p>" =>
            "img(a.jpg) embed:YouTube(https://www.youtube.com/watch?v=abc) p(a)";

    block_themes:
        "<div class=gallery><style>a</style><dl class=gallery-item><dt class=gallery-icon><a href=/a><img src=a.jpg></a></dt><dd class='wp-caption-text gallery-caption'>A</dd></dl><dl class=gallery-item><dt><img src=b.jpg></dt></dl><br></div>" =>
            "gallery[img(a.jpg)→/a«A» img(b.jpg)]",
        "<figure class='wp-block-embed is-type-video'><div class='wp-block-embed__wrapper'>\nhttps://www.youtube.com/watch?v=abc\n</div><figcaption>C</figcaption></figure>" =>
            "embed:YouTube(https://www.youtube.com/watch?v=abc)«C»",
        "<figure class=wp-block-embed><div class='wp-block-embed__wrapper'>https://a.example/x</div></figure>" => "p(https://a.example/x)",
        "<p>https://youtu.be/abc</p><p>https://a.example/x</p>" => "p(<https://youtu.be/abc https://youtu.be/abc>) p(https://a.example/x)";

    encyclopaedias:
        "<p>Lamps<sup id='cite_ref-1' class='reference'><a href='#cite_note-1'><span>[</span>1<span>]</span></a></sup> glow.</p><ol class='references'><li id='cite_note-1'><span class='mw-cite-backlink'>^ <a href='#cite_ref-1_0'><sup>a</sup></a> <a href='#cite_ref-1_1'><sup>b</sup></a></span> <span class='reference-text'>A <i>book</i>.</span></li></ol>" =>
            "p(Lamps[cite_note-1=[1]] glow.) notes[cite_note-1: p(A {em book}.)]",
        "<table class=infobox><caption>Lamp</caption><tr><td colspan=2><img src=a.jpg></td></tr><tr><th scope=row>Since</th><td>1801<br>or so</td></tr></table>" =>
            "table[2x1img(a.jpg); #Since|1801/or so]«Lamp»";

    pasted:
        "<b style='font-weight:normal;' id='docs-internal-guid-1'><p dir=ltr><span style='font-weight:700'>a</span><span style='font-weight:400'> b</span></p><br><p dir=ltr>c</p></b>" => "p({strong a} b) p(c)",
        "<p class=MsoNormal><b>a</b><o:p></o:p></p><!--[if gte mso 9]><xml>x</xml><![endif]--><p class=MsoNormal><o:p>&nbsp;</o:p></p><![if !supportLists]><p>b</p>" => "p({strong a}) p(b)",
        "<ol><li>a</li><ol><li>b</li></ol><li>c</li></ol>" => "ol[p(a) ol[p(b)]; p(c)]",
        "<ul class='to-do-list'><li><div class='checkbox checkbox-on'></div> <span>a</span></li><li><div class='checkbox checkbox-off'></div> <span>b</span></li></ul>" => "ul[x p(a); o p(b)]",
        "<figure class='callout'><div><span class=icon>💡</span></div><div>a</div></figure>" => "p(💡) p(a)",
        "<font color=red><b>a</font>b</b>c" => "p({strong ab}c)";

    references:
        "&lt;b&gt; &amp;amp; &hellip;&#x4e2d;&notin;&copy2" => "p(<b> &amp; …中∉©2)";
}

#[test]
fn a_form_around_the_whole_article_is_no_form() {
    let long = "Words and more words. ".repeat(60);
    assert_eq!(short(&format!("<form><p>{long}</p><input></form>")), format!("p({})", long.trim()));
}

#[test]
fn comments_can_stand_for_blocks() {
    let mut asked = Vec::new();
    let blocks = html::blocks_with("a<!--IMG#0-->b", &Path::root(), &mut Notes::default(), &mut |comment| {
        asked.push(comment.to_owned());
        Some(Block::Divider)
    });
    assert_eq!((all(&blocks), asked), ("p(a) hr p(b)".to_owned(), vec!["IMG#0".to_owned()]));
}

#[test]
fn plain_lines() {
    assert_eq!(html::text("A &amp; <b>B</b><br>C<script>x</script> \n D"), "A & B C D");
    assert_eq!(text(&html::inlines("a <b>b</b>", &Path::root(), &mut Notes::default())), "a {strong b}");
    assert_eq!(text(&html::inlines("a\n b", &Path::root(), &mut Notes::default())), "a b");
}

#[test]
fn warnings_say_where() {
    let mut notes = Notes::default();
    let root = Path::root();
    let _ = html::blocks("<a href='javascript:x'>x</a><div class=ads>y</div>", &root.key("body"), &mut notes);
    let warned: Vec<_> = notes.take().into_iter().map(|warning| (warning.code, warning.path)).collect();
    assert_eq!(
        warned,
        [("unsafe-url".to_owned(), "$.body".to_owned()), ("dropped-ad".to_owned(), "$.body".to_owned())]
    );
}

#[test]
fn what_is_dropped_is_said_once() {
    let codes = |source: &str| {
        let mut notes = Notes::default();
        let _ = html::blocks(source, &Path::root(), &mut notes);
        notes.take().into_iter().map(|warning| warning.code).collect::<Vec<_>>().join(" ")
    };
    for (source, expected) in [
        ("a<p hidden>b</p><p hidden>c</p>", "dropped-hidden"),
        ("a<p hidden> <script>b</script></p>", ""),
        ("<div hidden>all of it</div>", ""),
        (
            "a<button>b</button><button>c</button><select><option>d</select><button></button>",
            "dropped-control dropped-control",
        ),
        ("a<svg><title>b</title></svg><svg><text>c</text></svg><canvas>d</canvas>", "dropped-drawing dropped-drawing"),
        ("<object data='https://youtu.be/x'>none</object>", "dropped-fallback"),
        ("a<iframe srcdoc='&lt;p>b'></iframe><iframe srcdoc=''></iframe>", "dropped-frame"),
        ("<a href='#x'>a</a><a href='#y'>b</a><a href='#'>c</a>", "dropped-fragment"),
        ("a<script>b</script><style>c</style>", ""),
    ] {
        assert_eq!(codes(source), expected, "{source}");
    }
    let mut notes = Notes::default();
    let _ = html::blocks(&format!("<a href='javascript:{}'>x</a>", "y".repeat(90)), &Path::root(), &mut notes);
    let message = notes.take().into_iter().map(|warning| warning.message).next().unwrap_or_default();
    assert!(message.ends_with(&format!("javascript:{}…", "y".repeat(49))), "{message}");
}

/// Any depth, any breakage: what nests beyond what browsers nest is flattened, and nothing takes more than linear time or a deep stack.
#[test]
fn hostile_shapes_end() {
    let many = 60_000;
    for (open, close) in [
        ("<div>", "</div>"),
        ("<b>", "</b>"),
        ("<b><i>", ""),
        ("<a href=/x>", ""),
        ("<table><tr><td>", ""),
        ("<ul><li>", ""),
        ("<blockquote>", "</p>"),
        ("<span>", "</b></div>"),
        ("<svg><math>", ""),
        ("<p><b>", "</p>"),
        ("<ruby><rt>", ""),
        ("<figure><figcaption>", ""),
        ("<form>", ""),
        ("<details><summary>", ""),
        ("<dl><dt>", ""),
        ("<figure class=kg-bookmark-card><a class=kg-bookmark-title>", ""),
        ("<object>", ""),
        ("<noscript><img>", ""),
        ("<sup><a href='#n'>1</a><ol><li id=n>", ""),
    ] {
        let source = [open.repeat(many).as_str(), "x", &close.repeat(many)].concat();
        let blocks = read(&source);
        drop(blocks);
    }
}
