/** Reading the XML the library is about to write: an object of one element, a list of what it holds, its attributes among them. */
export type Xml = unknown;
type XmlObject = { [name: string]: Xml };

const isObject = (xml: Xml): xml is XmlObject =>
  typeof xml === 'object' && xml !== null && !Array.isArray(xml);

/** What an element of this name holds; nothing where it is another. */
export const partsOf = (xml: Xml, name: string): readonly Xml[] => {
  const held = isObject(xml) ? xml[name] : undefined;
  return Array.isArray(held) ? held : held === undefined ? [] : [held];
};

/** The one element the object is, `w:p`. */
export const nameOf = (xml: Xml): string => (isObject(xml) ? (Object.keys(xml)[0] ?? '') : '');

/** The first element of a name among the parts. */
export const partNamed = (parts: readonly Xml[], name: string): Xml =>
  parts.find((part) => isObject(part) && name in part);

/** Whether an element is among the parts and not turned off. */
export const isOn = (parts: readonly Xml[], name: string): boolean => {
  const part = partNamed(parts, name);
  return part !== undefined && `${attributesOf(part, name)['w:val'] ?? 'true'}` !== 'false';
};

/** An element's attributes; the object itself, so that they can be written. */
export function attributesOf(xml: Xml, name: string): XmlObject {
  const held = isObject(xml) ? xml[name] : undefined;
  const parts = Array.isArray(held) ? held : [held];
  const found = parts.find((part) => isObject(part) && isObject(part['_attr']));
  const own = isObject(found) ? found['_attr'] : null;
  return isObject(own) ? own : {};
}

/** An attribute that is a whole number; `fallback` where it is not there. */
export const numberOf = (xml: Xml, name: string, attribute: string, fallback = 0): number => {
  const value = attributesOf(xml, name)[attribute];
  return value === undefined ? fallback : Number(value);
};

/** Every element of a name below, outer before inner. */
export function every(xml: Xml, name: string): readonly XmlObject[] {
  const found: XmlObject[] = [];
  collect(xml, name, found);
  return found;
}

function collect(xml: Xml, name: string, found: XmlObject[]): void {
  if (Array.isArray(xml)) for (const part of xml) collect(part, name, found);
  else if (isObject(xml))
    for (const key in xml) {
      if (key === name) found.push(xml);
      if (key !== '_attr') collect(xml[key], name, found);
    }
}
