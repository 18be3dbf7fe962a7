// Turns the library's SVG into one that lives well inside a page: named, described, as wide as its place,
// and with ids that no other picture of the page has.
import type { Frame } from './frame';
import { clean } from './text';

function escape(text: string): string {
  return clean(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/**
 * Text between tags is left as it is: the library writes every quotation mark there as an entity, so a pattern
 * that begins with `="` can only match inside a tag.
 */
export function dress(svg: string, frame: Frame, width: number, height: number): string {
  const body = svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/="zr\d+-/g, `="${frame.id}-`)
    .replace(/="url\(#zr\d+-/g, `="url(#${frame.id}-`)
    .replace(/="#zr\d+-/g, `="#${frame.id}-`)
    .replace(/ ecmeta_\w+="[^"]*"/g, '');
  const root =
    `<svg xmlns="http://www.w3.org/2000/svg" width="100%" viewBox="0 0 ${width} ${height}" role="img" ` +
    `aria-labelledby="${frame.id}-title ${frame.id}-desc">`;
  const names =
    `<title id="${frame.id}-title">${escape(frame.title)}</title>` +
    `<desc id="${frame.id}-desc">${escape(frame.description)}</desc>`;
  return `${root}\n${names}${body}`;
}
