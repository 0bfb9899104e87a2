import { blockTemplate } from './template-blocks.ts';
import { tableTemplate } from './template-table.ts';

const base = `
#let d = json(bytes(sys.inputs.at("document")))
#let ink = rgb("#14242E")
#let muted = rgb("#566570")
#let accent = rgb(d.accent)
#let rule = rgb("#C8D0D5")
#let tint = rgb("#F1F5F6")
#let amber = rgb("#8A5510")
#let amber-tint = rgb("#FBF3E4")
#let sans = "Source Sans 3"
#let serif = "Source Serif 4"
#let party-colours = ("#14394D", "#2A6D7C", "#5FA2A6", "#A9D0C9", "#E3A74F", "#C75B39", "#EFD6A5", "#8A979F").map(rgb)

// In a municipality's edition its own fields are amber, the others shades of the accent.
#let field-colour(party, own) = if own == none { party-colours.at(calc.rem(party, 8)) } else if party == own { rgb("#E3A74F") } else { accent.lighten((0%, 24%, 42%, 58%, 70%, 82%).at(calc.rem(if party < own { party } else { party - 1 }, 6))) }

#set document(title: d.title, author: d.cover.owner, date: datetime(..d.date))
#set text(font: sans, size: 10.3pt, fill: ink, lang: d.language, fallback: false, hyphenate: false)
// Paragraphs are broken as a whole, so that no line has one word alone.
#set text(costs: (runt: 600%))
#set par(leading: 0.66em, spacing: 1.0em, justify: false, linebreaks: "optimized")

#show heading: set text(hyphenate: false)
#show heading: set par(leading: 0.45em)
#show heading.where(level: 1): it => block(above: 0mm, below: 6mm, sticky: true, text(font: serif, size: 25pt, weight: 600, it.body))
#show heading.where(level: 2): it => block(above: 8.5mm, below: 3.6mm, sticky: true, text(size: 14pt, weight: 600, it.body))
#show heading.where(level: 3): it => block(above: 6mm, below: 2.4mm, sticky: true, text(size: 10.5pt, weight: 600, it.body))

#let pieces(all, linked: accent) = {
  for p in all {
    if "t" in p { p.t }
    else if "sign" in p { text(fill: muted, weight: 400, p.sign) }
    else if "n" in p { p.n; if p.star { text(fill: amber, weight: 600, "*") } }
    else if "strong" in p { text(weight: 600, pieces(p.strong, linked: linked)) }
    else if "to" in p { link(label(p.to), text(fill: linked, pieces(p.c, linked: linked))) }
    else { text(lang: p.lang, pieces(p.c)) }
  }
}

#let tag(t) = box(
  fill: if t.tone == "waiting" { amber-tint } else if t.tone == "settled" { accent } else { tint },
  inset: (x: 1.6mm), outset: (y: 0.75mm), radius: 0.6mm,
  text(size: 8pt, weight: 600, fill: if t.tone == "waiting" { amber } else if t.tone == "settled" { white } else { ink }, t.text),
)

// A coat of arms, 14 mm high, as a picture: what stands in it is drawn and nothing more.
#let arms-of(a) = image(bytes(a.data), format: a.format, height: 14mm, alt: a.alt)

#let aside(a) = block(below: 4mm, breakable: false, {
  set text(size: 8.8pt, fill: muted)
  set par(leading: 0.52em, spacing: 0.5em)
  block(below: 1.6mm, sticky: true, text(fill: accent, weight: 600, a.title))
  par({
    if a.tag != none { tag(a.tag); h(1.2mm) }
    pieces(a.c)
  })
})
`;

const page = `
#let running = context {
  let now = here().page()
  let chapters = query(heading.where(level: 1)).filter(h => h.location().page() <= now)
  set text(size: 8pt)
  block(width: 100%, inset: (bottom: 2mm), stroke: (bottom: 0.35pt + rule), {
    text(weight: 600, d.running)
    h(1fr)
    text(fill: muted, if chapters.len() > 0 { chapters.last().body })
  })
}
#let foot = context {
  set text(size: 8pt, fill: muted)
  d.foot
  h(1fr)
  text(fill: ink, weight: 600, number-width: "tabular", str(here().page()))
}
#set page(
  paper: "a4",
  margin: (left: 22mm, right: 22mm, top: 27mm, bottom: 22mm),
  header: running, header-ascent: 6.5mm,
  footer: foot, footer-descent: 8mm,
  background: if d.watermark != none { pdf.artifact(rotate(-52deg, text(font: serif, size: 120pt, weight: 600, fill: rgb("#EDF0F2"), d.watermark))) },
)

#let cover(c) = page(header: none, footer: none, margin: (left: 22mm, right: 22mm, top: 19mm, bottom: 12mm), {
  set par(leading: 0.6em)
  block(below: 8mm, {
    let kind = text(size: 9.5pt, fill: muted, c.kind)
    let whose = if c.arms == none { (kind,) } else { (kind, arms-of(c.arms)) }
    grid(columns: (1fr,) + whose.map(_ => auto), column-gutter: 4mm, align: horizon,
      text(size: 11pt, weight: 600, c.owner), ..whose)
  })
  show title: set text(font: serif, size: 58pt, weight: 600, tracking: -0.01em)
  block(below: 13mm, title(c.title))
  block(width: 126mm, below: 12mm, text(font: serif, size: 15pt, pieces(c.subtitle)))
  let height = 166mm
  let width = 188mm
  pdf.artifact(block(width: width, height: height, below: 5mm, breakable: false, {
    for f in c.fields {
      place(top + left, dx: f.x * width / 100, dy: f.y * height / 100,
        rect(width: f.w * width / 100, height: f.h * height / 100, fill: field-colour(f.party, c.own), stroke: 0.8pt + white))
    }
  }))
  set text(size: 9pt)
  block(below: 4mm, {
    for (i, name) in c.parties.enumerate() {
      box({
        box(width: 2.6mm, height: 2.6mm, baseline: 0.3mm, fill: field-colour(i, c.own))
        h(1.2mm)
        name
      })
      h(5mm)
    }
  })
  set text(fill: muted)
  par(pieces(c.about))
  par({
    c.version
    if c.draft != none { " · "; text(weight: 600, fill: ink, c.draft) }
  })
})

#let contents() = {
  heading(level: 1, outlined: false, bookmarked: true, d.words.contents)
  grid(columns: (112mm, 44mm), column-gutter: 10mm,
    {
      show outline.entry: it => block(above: 0mm, below: 0mm, width: 100%, inset: (y: if d.parts.map(p => p.chapters.len()).sum() > 32 { 1.55mm } else { 1.9mm }), stroke: (bottom: 0.35pt + rule),
        link(it.element.location(), { it.body(); h(1fr); it.page() }))
      for (i, p) in d.parts.enumerate() {
        block(above: if i == 0 { 0mm } else { 5.4mm }, below: 0.6mm, sticky: true, text(size: 8.8pt, weight: 600, fill: accent, p.name))
        set text(size: if d.parts.map(p => p.chapters.len()).sum() > 28 { 10pt } else { 11.5pt }, weight: 600, number-width: "tabular")
        let from = selector(heading.where(level: 1)).after(label("part-" + str(i)))
        outline(title: none, target: if i + 1 < d.parts.len() { from.before(label("part-" + str(i + 1))) } else { from })
      }
    },
    {
      if d.finder.len() > 0 {
        block(fill: tint, inset: 4mm, below: 5mm, width: 100%, {
          aside((title: d.words.finder, c: d.finderText, tag: none))
          set text(size: 8.8pt)
          set par(leading: 0.62em)
          par(d.finder.map(f => link(label(f.to), text(fill: accent, f.name))).join(" · "))
        })
      }
      pad(left: 4mm, for a in d.contentsNotes { aside(a) })
    },
  )
}

#let chapter(c, marker) = {
  pagebreak(weak: true)
  if marker != none { [#metadata("part")#label(marker)] }
  let own = if c.colour == none { accent } else { rgb(c.colour) }
  if c.colour != none { pdf.artifact(block(above: 0mm, below: 4mm, sticky: true, line(length: 100%, stroke: 1.6pt + own))) }
  let named = {
    if c.kicker != none { block(above: 0mm, below: 2.6mm, sticky: true, text(size: 9pt, weight: 600, fill: own, pieces(c.kicker, linked: own))) }
    [#heading(level: 1, c.title)#label(c.id)]
  }
  if c.arms == none { named } else {
    show heading.where(level: 1): it => block(above: 0mm, below: 0mm, text(font: serif, size: 25pt, weight: 600, it.body))
    block(above: 0mm, below: 6mm, sticky: true, breakable: false, grid(columns: (auto, 1fr), column-gutter: 5mm, align: horizon, arms-of(c.arms), named))
  }
  if c.lead.len() > 0 {
    block(width: 154mm, below: 7mm, { set par(leading: 0.64em); text(font: serif, size: 13pt, pieces(c.lead)) })
  }
  for b in c.children { block-of(b) }
}

#cover(d.cover)
#contents()
#for (i, p) in d.parts.enumerate() {
  for (j, c) in p.chapters.enumerate() { chapter(c, if j == 0 { "part-" + str(i) }) }
}
`;

/** The whole template: the only markup a page is made of. */
export const template = [base, tableTemplate, blockTemplate, page].join('\n');
