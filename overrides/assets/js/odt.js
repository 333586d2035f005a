// A text document (ODF) from paragraphs, without a library: a zip of small XML files, stored and not compressed.
const NAMES = ["office", "style", "table", "text"].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(" ")
  + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const TYPE = "application/vnd.oasis.opendocument.text";
const STYLES = '<style:style style:name="Help" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="Head" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/></style:style>';
const WIDTH = 17; // cm, of the text
const COLUMNS = [1, 2, 3, 4, 5, 6]; // a table has no more
const CELLS = `<office:automatic-styles><style:style style:name="Table" style:family="table"><style:table-properties style:width="${WIDTH}cm" table:align="left"/></style:style>${COLUMNS.map((n) => `<style:style style:name="Column${n}" style:family="table-column"><style:table-column-properties style:column-width="${(WIDTH / n).toFixed(2)}cm"/></style:style>`).join("")}<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style><style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style></office:automatic-styles>`;
const SIZES = [20, 15, 12]; // points, of the three levels of heading
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu; // in XML

const escape = (text) => text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A heading of level 1 to 3, a table of rows (the first is its head), or a paragraph. */
function block({ level, rows, text, style = "Standard" }) {
  if (rows) return table(rows);
  const inside = escape(text).replace(/\r?\n/g, "<text:line-break/>");
  return level
    ? `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${inside}</text:h>`
    : `<text:p text:style-name="${style}">${inside}</text:p>`;
}

function table([head, ...rows]) {
  const row = (cells, style) => `<table:table-row table:style-name="Row">${cells.map((text) => `<table:table-cell table:style-name="Cell" office:value-type="string">${block({ text, style })}</table:table-cell>`).join("")}</table:table-row>`;
  return `<table:table table:style-name="Table"><table:table-column table:style-name="Column${head.length}" table:number-columns-repeated="${head.length}"/><table:table-header-rows>${row(head, "Head")}</table:table-header-rows>${rows.map((cells) => row(cells)).join("")}</table:table>`;
}

function styles(lang) {
  const [language, country] = lang === "nb" ? ["nb", "NO"] : ["en", "GB"];
  const headings = SIZES.map((size, index) => `<style:style style:name="Heading_20_${index + 1}" style:display-name="Heading ${index + 1}" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Standard" style:default-outline-level="${index + 1}"><style:paragraph-properties fo:margin-top="0.4cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}pt" fo:font-weight="bold"/></style:style>`);
  return `${HEAD}<office:document-styles ${NAMES} office:version="1.3"><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-family="Arial" fo:font-size="11pt" fo:language="${language}" fo:country="${country}"/></style:default-style><style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.15cm" fo:line-height="120%"/></style:style>${headings.join("")}${STYLES}</office:styles></office:document-styles>`;
}

function manifest(names) {
  const entry = (path, type) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry("/", TYPE)}${names.map((name) => entry(name, "text/xml")).join("")}</manifest:manifest>`;
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** Little-endian numbers, each [value, bytes], as zip wants them. */
const numbers = (...pairs) => pairs.flatMap(([value, size]) => Array.from({ length: size }, (_, index) => (value >>> (8 * index)) & 255));

/** A zip of [name, text] pairs, in that order. Dated 1 January 1980, the first day that zip knows. */
function zip(files) {
  const body = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of files) {
    const [path, data] = [name, text].map((part) => new TextEncoder().encode(part));
    const entry = numbers([20, 2], [0x800, 2], [0, 2], [0, 2], [33, 2], [crc32(data), 4], [data.length, 4], [data.length, 4], [path.length, 2], [0, 2]);
    body.push(Uint8Array.from([...numbers([0x04034b50, 4]), ...entry, ...path]), data);
    directory.push(...numbers([0x02014b50, 4], [20, 2]), ...entry, ...numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), ...path);
    offset += 30 + path.length + data.length;
  }
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [directory.length, 4], [offset, 4], [0, 2]);
  return new Blob([...body, Uint8Array.from([...directory, ...end])], { type: TYPE });
}

/** The document as a Blob. blocks: [{text, level! | style!} | {rows}]; style: Help or Quotations; lang: nb or en. */
export function makeOdt(blocks, lang) {
  const content = `${HEAD}<office:document-content ${NAMES} office:version="1.3">${CELLS}<office:body><office:text>${blocks.map(block).join("")}</office:text></office:body></office:document-content>`;
  const parts = [["content.xml", content], ["styles.xml", styles(lang)]];
  return zip([["mimetype", TYPE], ...parts, ["META-INF/manifest.xml", manifest(parts.map(([name]) => name))]]);
}
