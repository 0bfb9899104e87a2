/** Tables: hairlines, one heavy rule below the head and round the sum, numbers right and of even width. */
export const tableTemplate = `
#let bar(b) = pdf.artifact(box(width: 100%, height: 2.5mm, {
  place(left + top, dx: b.x * 1%, rect(width: b.w * 1%, height: 2.5mm,
    fill: if b.kind == "up" { rgb("#1D4E6B") } else if b.kind == "down" { rgb("#E2A24C") } else { rgb("#8FC1C9") },
    stroke: if b.kind == "down" { 0.5pt + amber } else { none }))
  place(left + top, dx: b.tick * 1%, dy: -0.5mm, line(angle: 90deg, length: 3.5mm, stroke: 0.7pt + ink))
}))

// A number's star hangs outside its column, so that the digits stay below each other.
#let number(all) = {
  for p in all {
    if "n" in p { p.n; if p.star { box(width: 0pt, align(left, text(fill: amber, weight: 600, "*"))) } } else { pieces((p,), linked: ink) }
  }
}

#let cell-of(c, column, row) = {
  if "bar" in c { return bar(c.bar) }
  if "tag" in c { return tag(c.tag) }
  number(c.c)
}

#let caption-of(t) = {
  set text(size: 9.5pt)
  set par(leading: 0.5em)
  text(fill: accent, weight: 600, t.no)
  h(2mm)
  text(weight: 600, pieces(t.caption))
  " "
  text(fill: muted, pieces(t.unit))
}

#let note-of(c) = block(above: 2.2mm, below: 5mm, width: 100%, {
  set text(size: 8.4pt, fill: muted)
  set par(leading: 0.52em)
  par(pieces(c))
})

#let table-of(t) = {
  let heads = t.heads.len()
  let last = t.columns.len() - 1
  let matrix = t.layout == "matrix"
  let words = t.layout == "text"
  let strong-amount = t.layout == "normal" or matrix
  let side = if matrix { 0.75mm } else if t.layout == "dense" { 1.1mm } else { 1.4mm }
  let vertical = if matrix { 1.42mm } else if t.layout == "dense" { 1.15mm } else { 1.4mm }
  let row-at(y) = t.rows.at(y - heads)
  let stroke-of(x, y) = {
    if y < heads - 1 { return none }
    if y < heads { return (bottom: 0.9pt + ink) }
    let row = row-at(y)
    if row.kind == "sum" { return (top: 0.9pt + ink, bottom: 0.9pt + ink) }
    if row.kind == "groupSum" { return (top: 0.5pt + ink) }
    if row.last { return none }
    (bottom: 0.35pt + rule)
  }
  let inset-of(x, y) = (
    left: if x == 0 { 0mm } else { side },
    right: if x == last { if matrix { 0.4mm } else { 0mm } } else { side },
    top: if y < heads { 0.7mm } else { vertical },
    bottom: if y < heads { 1.1mm } else if row-at(y).air { vertical + 1.9mm } else { vertical },
  )
  set text(size: t.pt * 1pt, number-width: "tabular", number-type: "lining")
  set par(leading: 0.5em, spacing: 0.5em)
  let head(c) = {
    let column = t.columns.at(c.at)
    table.cell(colspan: c.colspan, rowspan: c.rowspan,
      align: bottom + if c.at == 0 or (not column.number and not c.group) { left } else if c.group and c.colspan > 1 { left } else { right },
      stroke: if c.group { (bottom: 0.5pt + ink) } else { (bottom: 0.9pt + ink) },
      text(size: t.pt * 1pt - if c.group or matrix and c.at == 0 { 0pt } else { 0.8pt },
        weight: if column.kind == "previous" and matrix and not c.group { 400 } else { 600 },
        fill: if column.kind == "previous" and matrix and not c.group { muted } else { ink }, c.text))
  }
  let body(row) = {
    let sum = row.kind == "sum" or row.kind == "groupSum"
    let outside = row.kind == "outside"
    let weight-of(kind) = if sum or (kind == "amount" and strong-amount and not outside) { 600 } else { 400 }
    let fill-of(kind) = if outside or (kind == "previous" and strong-amount and not sum) { muted } else { ink }
    (
      table.cell(text(weight: if sum { 600 } else { 400 }, fill: if outside { muted } else { ink }, pieces(row.head, linked: ink))),
      ..row.cells.enumerate().map(((i, c)) => {
        let column = t.columns.at(i + 1)
        table.cell(align: if column.number { right + top } else if column.kind == "bar" { left + horizon } else { left + top },
          text(weight: weight-of(column.kind), fill: fill-of(column.kind), cell-of(c, column, row)))
      }),
    )
  }
  table(
    columns: t.columns.map(c => if c.mm == none { 1fr } else { c.mm * 1mm }),
    align: left + top,
    stroke: stroke-of,
    inset: inset-of,
    fill: (x, y) => if t.columns.at(x).tint { tint },
    table.header(repeat: true, ..t.heads.flatten().map(head)),
    ..t.rows.map(body).flatten(),
  )
}

#let table-figure(t, breakable) = {
  show figure: set block(breakable: breakable, above: 0mm, below: 0mm)
  show figure: set align(left)
  show figure.caption: set align(left)
  set figure(gap: 2.2mm)
  [#figure(kind: "table", supplement: none, numbering: none, outlined: false,
    caption: figure.caption(position: top, caption-of(t)), table-of(t))#label(t.id)]
  if t.note != none { note-of(t.note) }
}

// Whole when it fits a page, else over several with its head on each.
#let table-block(t) = block(above: 4.5mm, below: if t.note == none { 6.5mm } else { 5mm }, width: 100%, layout(size => {
  let room = if t.layout == "matrix" { 168mm } else { 235mm }
  let tall = (t.layout == "text" or t.rows.len() > 24) and measure(width: size.width, table-figure(t, false)).height > room
  if tall { table-figure(t, true) } else { block(breakable: false, width: 100%, table-figure(t, false)) }
}))
`;
