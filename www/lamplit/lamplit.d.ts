// The types of the npm package `lamplit`. The article mirrors article.schema.json, member for member.

/** A direction of writing. */
export type Dir = 'ltr' | 'rtl';

/** A date, perhaps with a time and a zone: `2025-05-28` or `2025-05-28T09:06:13+08:00`. Shown as written. */
export type Moment = string;

/** A mark that is a plain word. */
export type WordMark =
  | 'strong'
  | 'em'
  | 'underline'
  | 'strike'
  | 'code'
  | 'sub'
  | 'sup'
  | 'highlight'
  | 'small'
  | 'dots'
  | 'end';

/** A reading beside the characters. */
export interface RubyMark {
  type: 'ruby';
  reading: string;
}

/** Words in another language than the article's, as a BCP 47 tag. */
export interface LangMark {
  type: 'lang';
  lang: string;
}

/** Something said about a run of text. */
export type Mark = WordMark | RubyMark | LangMark;

/** Characters under the same marks, outermost first. */
export interface Run {
  type?: 'text';
  text: string;
  marks?: Mark[];
}

/** A line break. */
export interface Break {
  type: 'break';
}

/** A link; links do not nest. */
export interface Link {
  type: 'link';
  url: string;
  content: Text;
}

/** A small picture in the line. */
export interface InlineImage extends Picture {
  type: 'image';
}

/** The sign of a footnote. */
export interface NoteRef {
  type: 'note-ref';
  /** The footnote's `id`. */
  note: string;
  /** The sign as the article writes it. */
  text: string;
}

/** One piece of running text; a string is a run without marks. */
export type Inline = string | Run | Break | Link | InlineImage | NoteRef;

/** A stretch of running text; a string is one run without marks. */
export type Text = string | Inline[];

/** The same picture in another width. */
export interface Candidate {
  src: string;
  /** In pixels. */
  width: number;
}

/** A picture with its words. Without a `src` it is a caption whose picture is lost. */
export interface Picture {
  src?: string;
  srcset?: Candidate[];
  /** What it shows, for those who do not see it. */
  alt?: string;
  width?: number;
  height?: number;
  caption?: string;
  credit?: string;
  /** Where a press on it leads. */
  link?: string;
}

/** A file of sound or film in one encoding. */
export interface MediaSource {
  src: string;
  mime?: string;
}

/** Sound or film. */
export interface Media {
  /** The file in its encodings, the preferred one first. */
  sources?: MediaSource[];
  /** Shorthand: the only file, in place of `sources`. */
  src?: string;
  /** A still that stands until the film plays. */
  poster?: string;
  title?: string;
  width?: number;
  height?: number;
  caption?: string;
  credit?: string;
}

/** Another article, offered. */
export interface Card {
  title: string;
  kicker?: string;
  excerpt?: string;
  /** Its page. */
  url?: string;
  /** Its article JSON, which opens in place. */
  src?: string;
  image?: Picture;
  site?: string;
  published?: Moment;
  /** Keywords; they are not shown, but tell what the article is like. */
  tags?: string[];
}

/** A list of articles under the text. An empty one is not shown. */
export interface CardList {
  title?: string;
  kind?: 'related' | 'popular';
  /** A string is a headline alone. */
  items: (Card | string)[];
}

/** A paragraph. */
export interface ParagraphBlock {
  type: 'paragraph';
  indent?: boolean;
  role?: 'body' | 'lead';
  lang?: string;
  dir?: Dir;
  content: Text;
}

/** A heading; 1 to 6 as the source counts, and the view begins under the title. */
export interface HeadingBlock {
  type: 'heading';
  level: 1 | 2 | 3 | 4 | 5 | 6;
  content: Text;
}

/** An item of a list; a string is an item of one plain paragraph. */
export type ListItem =
  | string
  | {
      checked?: boolean;
      /** Shorthand: the words of a first paragraph. */
      content?: Text;
      blocks?: Block[];
    };

/** A list. */
export interface ListBlock {
  type: 'list';
  ordered?: boolean;
  start?: number;
  items: ListItem[];
}

/** A quotation. */
export interface QuoteBlock {
  type: 'quote';
  blocks: Block[];
  cite?: string;
}

/** Computer code, line breaks as they are. */
export interface CodeBlock {
  type: 'code';
  text: string;
  language?: string;
}

/** A picture, or a caption whose picture is lost. */
export interface ImageBlock extends Picture {
  type: 'image';
}

/** Several pictures. */
export interface GalleryBlock {
  type: 'gallery';
  images: Picture[];
  caption?: string;
}

/** Film. */
export interface VideoBlock extends Media {
  type: 'video';
}

/** Sound. */
export interface AudioBlock extends Media {
  type: 'audio';
}

/** Something that another site shows. It stands as a card and asks nothing of that site by itself. */
export interface EmbedBlock {
  type: 'embed';
  url?: string;
  provider?: string;
  title?: string;
  caption?: string;
  /** The page that shows it inside a frame, over https; loaded only when the reader asks for it. */
  frame?: string;
}

/** A cell of a table; a string is a cell of plain words. */
export type Cell =
  | string
  | {
      content: Text;
      /** Whether it names its row or column. */
      header?: boolean;
      colspan?: number;
      rowspan?: number;
      align?: 'start' | 'center' | 'end';
    };

/** A table. */
export interface TableBlock {
  type: 'table';
  rows: Cell[][];
  caption?: string;
}

/** A change of scene. */
export interface DividerBlock {
  type: 'divider';
}

/** A part that opens on demand. */
export interface DetailsBlock {
  type: 'details';
  summary: Text;
  blocks: Block[];
  open?: boolean;
}

/** A link to a page, as a card. */
export interface LinkCardBlock extends Card {
  type: 'link-card';
}

/** Blocks that belong together: a box, an aside. */
export interface GroupBlock {
  type: 'group';
  title?: string;
  blocks: Block[];
}

/** Footnotes, in the order of their numbers. */
export interface FootnotesBlock {
  type: 'footnotes';
  notes: {
    /** What its sign calls it; unique in the article. */
    id: string;
    /** What it says, without its sign. */
    blocks: Block[];
  }[];
}

/** A block that an importer did not know; its text is kept. */
export interface UnknownBlock {
  type: 'unknown';
  kind: string;
  text: string;
}

/** A block of the body; the set is closed. A string is a paragraph without marks. */
export type Block =
  | string
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | QuoteBlock
  | CodeBlock
  | ImageBlock
  | GalleryBlock
  | VideoBlock
  | AudioBlock
  | EmbedBlock
  | TableBlock
  | DividerBlock
  | DetailsBlock
  | LinkCardBlock
  | GroupBlock
  | FootnotesBlock
  | UnknownBlock;

/** Somebody who made the article. */
export interface Author {
  name: string;
  url?: string;
}

/** The site that publishes the article. */
export interface Site {
  name: string;
  home?: string;
}

/** Where the article was taken from, when that is another publisher. */
export interface Source {
  name: string;
  url?: string;
}

/** A news agency's opening: who reports, from where, on which day. */
export interface Dateline {
  /** The dateline exactly as it stands at the head of the first paragraph, where it stands there. */
  text?: string;
  agency?: string;
  place?: string;
  day?: string;
  reporters?: string[];
}

/** Counts that a site shows with an article. */
export interface Stats {
  views?: number;
  comments?: number;
  likes?: number;
}

/** What an importer dropped, repaired or did not understand. */
export interface Warning {
  code: string;
  path: string;
  message: string;
}

/** An article as a native document, `lamplit/1`. */
export interface Article {
  version: 'lamplit/1';
  id?: string;
  url?: string;
  title: string;
  subtitle?: string;
  kicker?: string;
  summary?: string;
  lang?: string;
  dir?: Dir;
  published?: Moment;
  modified?: Moment;
  /** A string is a name alone. */
  authors?: (Author | string)[];
  site?: Site;
  source?: Source;
  section?: string;
  tags?: string[];
  hero?: Picture;
  dateline?: Dateline;
  stats?: Stats;
  blocks: Block[];
  /** The carousel; a string is a headline alone. */
  related?: (Card | string)[];
  lists?: CardList[];
  /** Where more related articles are to be had. */
  next?: string;
  warnings?: Warning[];
}

/** How the reader likes to read. Where a setting is `null`, the page's own style says. */
export interface Settings {
  /** The size of the text, 0.5 to 4, where 1 is the page's own. */
  scale: number;
  theme: 'auto' | 'light' | 'sepia' | 'grey' | 'dark' | 'black' | 'contrast';
  /** `song`, `hei` and `kai` are 宋体, 黑体 and 楷体 whatever the text is in; `publisher` is the page's own typeface. */
  font: 'serif' | 'sans' | 'song' | 'hei' | 'kai' | 'publisher' | 'dyslexia';
  /** Line height, 1.2 to 2.4. */
  leading: number | null;
  /** The space between paragraphs in em, 0 to 2. */
  paragraph: number | null;
  /** How many characters the first line of a paragraph stands back: 0, 1 or 2. */
  indent: number | null;
  /** The longest line in em, 20 to 60. */
  width: number | null;
  align: 'start' | 'justify' | null;
  /** The space added between letters in em, 0 to 0.3. Arabic is left alone. */
  letter: number | null;
  /** The space added between words in em, 0 to 1. */
  word: number | null;
  /** The weight of the letters, 300 to 700. */
  weight: number | null;
  /** Off: captions stand for pictures, and the words that describe them where they have none. */
  images: 'on' | 'off';
  /** Off: links in the text look like the text. They can still be followed. */
  links: 'on' | 'off';
  /** Readings over characters. */
  ruby: 'on' | 'off';
  /** The gap between Chinese or Japanese and Latin letters, where the engine can make it. */
  gap: 'on' | 'off';
  /** Full-width punctuation trimmed at the start of lines and between marks, where the engine can. */
  squeeze: 'on' | 'off';
}

/** Why a document was refused by the core. */
export type CoreErrorCode =
  | 'invalid-json'
  | 'truncated'
  | 'unexpected-html'
  | 'unsupported-encoding'
  | 'empty'
  | 'unknown-format'
  | 'invalid-article'
  | 'limit-exceeded'
  | 'misuse';

/** Why a document did not reach the core, or the core itself did not. */
export type HostErrorCode =
  /** The request failed: no connection, a blocked origin. */
  | 'network'
  /** The server answered with a status other than success. */
  | 'http'
  /** The server did not answer in time. */
  | 'timeout'
  /** The core could not be loaded or has failed. */
  | 'core'
  /** The load was given up for another. */
  | 'aborted'
  /** The attribute `from` names nothing in the page, or is no selector. */
  | 'missing-element';

/** A stable code: hosts may switch on it. */
export type ErrorCode = CoreErrorCode | HostErrorCode;

/** What the widget is doing; mirrored by the attribute `state`. */
export type ReaderState = 'idle' | 'loading' | 'ready' | 'failed';

/** What {@link LamplitReader.load} takes: an address, a document as an object, or its bytes as they come. */
export type LoadInput =
  | string
  | URL
  | object
  | ArrayBuffer
  | ArrayBufferView
  | Blob
  | Response
  | ReadableStream<Uint8Array>;

/** What {@link LamplitReader.load} rejects with. */
export interface LamplitError extends Error {
  readonly name: 'LamplitError';
  readonly code: ErrorCode;
  /** The place in the document as a JSON path; empty where the fault is not in the document. */
  readonly path: string;
}

/** What a finished load says about the article. */
export interface Loaded {
  title: string;
  lang: string;
  dir: Dir;
  /** The format that it was in, such as `lamplit/1`. */
  format: string;
  /** How long it takes to read: whole minutes, at least 1. */
  minutes: number;
  warnings: Warning[];
}

/** The events of the widget. They bubble and cross shadow boundaries. */
export interface LamplitReaderEventMap {
  /** The article stands whole. */
  'lamplit-load': CustomEvent<Loaded>;
  /** A load failed, or broke off after the first screen. */
  'lamplit-error': CustomEvent<{ code: ErrorCode; message: string; path: string }>;
  /** Reader mode was entered or left. */
  'lamplit-mode': CustomEvent<{ mode: 'page' | 'reader' }>;
  /** The reader changed a setting; `detail` holds all of them. */
  'lamplit-settings': CustomEvent<Settings>;
  /** A card was chosen. Cancel it to do something else than what `navigate` says. */
  'lamplit-navigate': CustomEvent<{ url: string | null; src: string | null; title: string }>;
  /** Bytes have come; `total` is null where the server does not say. */
  'lamplit-progress': CustomEvent<{ loaded: number; total: number | null }>;
}

/** `<lamplit-reader>`: an article, well set, with reader mode, text size and a carousel of related articles. */
export class LamplitReader extends HTMLElement {
  /** The article that stands, as a native document; set it to show another, as an object or as JSON text of any known format. */
  get article(): Article | null;
  set article(value: object | string | null);

  /** How the reader likes to read; set some of them to change those. It counts as the reader's choice, but for what is locked. */
  get settings(): Settings;
  set settings(value: Partial<Settings>);

  /** Whether reader mode is open; set it to open or close it. */
  readerMode: boolean;

  /** What the widget is doing. */
  readonly state: ReaderState;

  /**
   * Shows the article at an address, in an object or in bytes. A string that begins with `{` or `[` is JSON, any other an
   * address. Resolves when the article stands whole; rejects with a {@link LamplitError}, which `lamplit-error` carries too.
   */
  load(input: LoadInput): Promise<void>;

  /** Opens reader mode. */
  enterReader(): void;

  /** Leaves reader mode. */
  exitReader(): void;

  /**
   * Sets the size of the text to the nearest of the 71 stops from 0.5 to 4, and returns it; what is no size changes nothing. The
   * line at the top of the view stays where it is.
   */
  scaleTo(scale: number): number;

  /** Moves the carousel on by one view. */
  next(): void;

  /** Moves the carousel back by one view. */
  previous(): void;

  /** Puts all settings back to what the page asked for. */
  reset(): void;

  addEventListener<K extends keyof LamplitReaderEventMap>(
    type: K,
    listener: (this: LamplitReader, event: LamplitReaderEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: LamplitReader, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof LamplitReaderEventMap>(
    type: K,
    listener: (this: LamplitReader, event: LamplitReaderEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: LamplitReader, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'lamplit-reader': LamplitReader;
  }

  interface HTMLElementEventMap {
    'lamplit-load': LamplitReaderEventMap['lamplit-load'];
    'lamplit-error': LamplitReaderEventMap['lamplit-error'];
    'lamplit-mode': LamplitReaderEventMap['lamplit-mode'];
    'lamplit-settings': LamplitReaderEventMap['lamplit-settings'];
    'lamplit-navigate': LamplitReaderEventMap['lamplit-navigate'];
    'lamplit-progress': LamplitReaderEventMap['lamplit-progress'];
  }
}
