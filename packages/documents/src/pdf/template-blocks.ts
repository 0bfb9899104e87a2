/** Everything a chapter holds besides its tables: prose, facts, steps, decisions, charts, and the column beside. */
export const blockTemplate = `
#let main = 112mm

#let prose(body) = block(width: main, above: 1em, below: 1em, { set text(hyphenate: true); par(body) })

#let facts(items) = block(width: 100%, above: 6mm, below: 7mm, breakable: false,
  stroke: (top: 0.9pt + ink, bottom: 0.35pt + rule), inset: (top: 3mm, bottom: 3.4mm),
  grid(columns: (1fr,) * calc.max(items.len(), 3), column-gutter: 5mm, ..items.map(f => {
    set par(leading: 0.45em)
    block(above: 0mm, below: 1.9mm, text(size: 8.4pt, weight: 600, fill: accent, f.label))
    block(above: 0mm, below: 2.1mm, text(font: serif, size: if items.len() > 3 { 15.5pt } else { 17pt }, weight: 600, number-width: "tabular", number-type: "lining", pieces(f.value)))
    if f.context.len() > 0 { block(above: 0mm, below: 0mm, text(size: 8.4pt, fill: muted, pieces(f.context))) }
  })))

#let steps(items) = block(width: 100%, above: 5mm, below: 7mm, breakable: false,
  stroke: (top: 0.9pt + ink, bottom: 0.9pt + ink),
  {
    set enum(numbering: n => box(width: 7mm, inset: (top: 3mm), text(font: serif, size: 20pt, weight: 600, fill: accent, number-type: "lining", str(n))), body-indent: 4mm, number-align: left + top, spacing: 0mm)
    enum(tight: true, ..items.enumerate().map(((i, s)) => enum.item(i + 1, block(width: 100%, inset: (top: 3mm, bottom: 3mm), {
      if i > 0 { place(top + left, dx: -11mm, dy: -3mm, line(length: 166mm, stroke: 0.35pt + rule)) }
      grid(columns: (1fr, auto), column-gutter: 6mm, align: (left, right + bottom),
        {
          set par(leading: 0.5em)
          block(above: 0mm, below: 1.8mm, text(weight: 600, s.name))
          block(above: 0mm, below: 0mm, text(size: 9.3pt, fill: muted, number-width: "tabular", pieces(s.formula)))
        },
        {
          text(size: 13pt, weight: 600, number-width: "tabular", pieces(s.result))
          " "
          text(size: 9.3pt, fill: muted, s.unit)
        })
    }))))
  })

#let decisions(items) = block(width: 100%, fill: tint, inset: (x: 5mm, y: 4mm), above: 4mm, below: 6mm, {
  set enum(numbering: n => text(font: serif, size: 12pt, weight: 600, fill: accent, str(n)), body-indent: 5mm, number-align: left + top, spacing: 3.4mm)
  enum(..items.enumerate().map(((i, one)) => enum.item(i + 1, grid(columns: (1fr, auto), column-gutter: 8mm,
    { set par(leading: 0.58em); text(weight: 600, one.name); " "; pieces(one.wording) },
    tag(one.tag)))))
})

#let list-of(b) = block(width: main, above: 1em, below: 1em, {
  set text(hyphenate: true)
  if b.prefix == none {
    list(marker: text(fill: accent, "–"), body-indent: 2.4mm, spacing: 0.75em, ..b.items.map(i => pieces(i)))
  } else {
    enum(numbering: n => text(weight: 600, fill: accent, b.prefix + str(n)), body-indent: 2.6mm, number-align: left + top, spacing: 0.75em, ..b.items.map(i => pieces(i)))
  }
})

#let chart(c) = {
  show figure: set block(breakable: false, above: 4.5mm, below: 3mm)
  show figure: set align(left)
  show figure.caption: set align(left)
  set figure(gap: 3mm)
  [#figure(kind: "chart", supplement: none, numbering: none, outlined: false,
    caption: figure.caption(position: top, caption-of(c)),
    image(bytes(c.svg), format: "svg", width: 100%, alt: c.alt))#label(c.id)]
}

#let block-of(b) = {
  if b.b == "table" { table-block(b) }
  else if b.b == "p" { prose(pieces(b.c)) }
  else if b.b == "h" { [#heading(level: b.level, b.title)#label(b.id)] }
  else if b.b == "note" { note-of(b.c) }
  else if b.b == "empty" { prose(text(style: "italic", fill: muted, pieces(b.c))) }
  else if b.b == "list" { list-of(b) }
  else if b.b == "facts" { facts(b.items) }
  else if b.b == "steps" { steps(b.items) }
  else if b.b == "decisions" { decisions(b.items) }
  else if b.b == "chart" { chart(b) }
  else if b.b == "details" {
    block(above: 1.2em, below: 0.8em, sticky: true, text(weight: 600, b.title))
    for c in b.children { block-of(c) }
  }
  else if b.b == "beside" {
    block(above: 8.5mm, below: 1em, width: 100%, sticky: b.sticky, grid(columns: (main, 44mm), column-gutter: 10mm,
      for c in b.main { block-of(c) },
      pad(top: 7.8mm, for a in b.side { aside(a) })))
  }
  else if b.b == "landscape" {
    page(flipped: true, margin: (left: 12mm, right: 12mm, top: 22mm, bottom: 15mm), header-ascent: 5mm, footer-descent: 5mm,
      for c in b.children { block-of(c) })
  }
}
`;
