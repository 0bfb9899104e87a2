import { contrast, leastContrast, lightGround, readableOn } from '@samstyr/core/model/contrast';
import {
  amber,
  gridLine,
  increase,
  ink,
  lastYear,
  lightPart,
  lightPartEdge,
  muted,
  reduction,
  thisYear,
} from '../charts/look.ts';

/** The page in the dark; what is written in colour there is lightened until it can be read. */
const darkTint = '#1A2329';
const petrol = { light: '#14506B', dark: '#8CC6DC' };

/** A colour by day and by night: #rrggbb only, and one that can be read; anything else is Samstyr's own petrol. */
const accentOf = (accent: string | null): { readonly light: string; readonly dark: string } =>
  accent !== null && /^#[0-9a-f]{6}$/i.test(accent) && contrast(accent, lightGround) >= leastContrast
    ? { light: accent, dark: readableOn(darkTint, accent) }
    : petrol;

const colours = ({
  light,
  dark,
}: {
  readonly light: string;
  readonly dark: string;
}): string => `:root{--page:#fff;--ink:#14242e;--muted:#566570;--petrol:${light};--rule:#c8d0d5;--grid:#e3e8eb;--tint:#f1f5f6;--amber:#8a5510;--amber-tint:#fbf3e4;--up:#1d4e6b;--down:#e2a24c;--down-line:#8a5510;--part:#8fc1c9;--part-line:#4e8992;--before:#b9c7ce;--now:#14506b;--p0:#14394d;--p1:#2a6d7c;--p2:#5fa2a6;--p3:#a9d0c9;--p4:#e3a74f;--p5:#c75b39;--p6:#efd6a5;--p7:#8a979f}
@media (prefers-color-scheme:dark){:root{--page:#12181c;--ink:#e9eef0;--muted:#a6b3bb;--petrol:${dark};--rule:#36434c;--grid:#26323a;--tint:${darkTint};--amber:#e8b76c;--amber-tint:#2f2717;--up:#7fb6cf;--down:#c98b3a;--down-line:#f0cd92;--part:#3f7f88;--part-line:#8fc1c9;--before:#53636d;--now:#7fb6cf;--p0:#3f6f88;--p1:#3f8a9b;--p2:#74b3b7}}`;

/** A chapter in a colour of its own. On paper it is that of the day. */
const chapterColours = (chapters: readonly { readonly id: string; readonly colour: string }[]): string =>
  chapters
    .map(({ id, colour }) => ({ id, ...accentOf(colour) }))
    .map(
      ({ id, light, dark }) =>
        `#${id}{--petrol:${light}}@media screen and (prefers-color-scheme:dark){#${id}{--petrol:${dark}}}`,
    )
    .join('\n');

/** A chart's own colours are those of paper; here they follow the page's, so that they can be read in the dark. */
const chartColours = [
  ['fill', ink, '--ink'],
  ['stroke', ink, '--ink'],
  ['fill', muted, '--muted'],
  ['stroke', muted, '--muted'],
  ['stroke', gridLine, '--grid'],
  ['fill', amber, '--down-line'],
  ['stroke', amber, '--down-line'],
  ['fill', increase, '--up'],
  ['fill', reduction, '--down'],
  ['fill', lastYear, '--before'],
  ['fill', thisYear, '--now'],
  ['fill', lightPart, '--part'],
  ['stroke', lightPartEdge, '--part-line'],
]
  .map(([what, colour, name]) => `.chart [${what}="${colour}"]{${what}:var(${name})}`)
  .join('');

const base = `*{box-sizing:border-box}
html{scroll-padding-top:3.6rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:400 1.0625rem/1.55 'Source Sans 3','Source Sans Pro','Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif;font-kerning:normal}
h1,.title,.lead,.subtitle,.value,.steps>li::before,.decisions>li::before{font-family:'Source Serif 4','Source Serif Pro',Charter,'Iowan Old Style','Palatino Linotype',Georgia,serif}
h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.5rem);line-height:1.12;font-weight:600;letter-spacing:-.01em;margin:0 0 .7rem;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;font-weight:600;margin:2.6rem 0 .75rem}
h3{font-size:1.0625rem;line-height:1.3;font-weight:600;margin:1.6rem 0 .4rem}
p{margin:0 0 .7rem}
a{color:var(--petrol);text-decoration-thickness:1px;text-underline-offset:.18em}
a:focus-visible,button:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--petrol);outline-offset:2px;border-radius:2px}
strong{font-weight:600}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-9999px;top:0;background:var(--page);padding:.6rem 1rem;z-index:9}
.skip:focus{left:0}
.defs{position:absolute}
.cover,nav,article,footer>p,.running,.explanations{max-width:66rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,3rem)}
.running{position:sticky;top:0;z-index:3;display:flex;justify-content:space-between;gap:1rem;max-width:none;padding-block:.55rem;font-size:.85rem;background:var(--page);border-bottom:1px solid var(--rule)}
.running span{font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.running a{flex:none}
.cover{padding-block:3rem 2rem}
.cover .top{display:flex;justify-content:space-between;gap:1rem;font-size:.95rem}
.cover .owner{font-weight:600;font-size:1.05rem}
.cover .kind,.about,.version{color:var(--muted)}
.arms{display:block;height:14mm;width:auto;max-width:30mm;flex:none}.cover .top,.cover .whose,.titled{align-items:center}.cover .whose,.titled{display:flex;gap:1rem}.cover .top p,.titled h1{margin:0}.titled{margin-bottom:1rem}.own-colour{border-top:3px solid var(--petrol)!important}
.title{font-size:clamp(3rem,1.5rem + 7vw,5.75rem);line-height:1.02;font-weight:600;letter-spacing:-.02em;margin:1.6rem 0 1.8rem}
.subtitle{font-size:1.35rem;line-height:1.35;max-width:33rem;margin-bottom:2.2rem}
.pattern{display:block;width:100%;height:clamp(18rem,46vw,34rem)}
.pattern rect{stroke:var(--page);stroke-width:1.5px}
.p0{fill:var(--p0)}.p1{fill:var(--p1)}.p2{fill:var(--p2)}.p3{fill:var(--p3)}.p4{fill:var(--p4)}.p5{fill:var(--p5)}.p6{fill:var(--p6)}.p7{fill:var(--p7)}.own{fill:var(--p4)}.q0{fill:var(--petrol)}.q1{fill:color-mix(in srgb,var(--petrol) 76%,var(--page))}.q2{fill:color-mix(in srgb,var(--petrol) 58%,var(--page))}.q3{fill:color-mix(in srgb,var(--petrol) 42%,var(--page))}.q4{fill:color-mix(in srgb,var(--petrol) 30%,var(--page))}.q5{fill:color-mix(in srgb,var(--petrol) 18%,var(--page))}
.proposal{background:var(--amber-tint);color:var(--amber);font-weight:600;margin:0;padding:.6rem clamp(1rem,4vw,3rem);text-align:center}
.watermark{display:none}
@media print{.watermark{display:block;position:fixed;inset:0;z-index:-1;color:#e4e9ec;font:600 9rem/100vh 'Source Serif 4',Georgia,serif;text-align:center;transform:rotate(-52deg)}}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;margin:1rem 0;padding:0;font-size:.9rem}
.legend svg{margin-right:.4rem}
.about,.version{font-size:.9rem;max-width:44rem}
nav{padding-block:2.5rem 1rem}
nav h2{font-size:.9rem;color:var(--petrol);margin:1.6rem 0 0}
nav section:first-child h2{margin-top:0}
nav ol{list-style:none;margin:0;padding:0}
nav li a{display:block;padding:.34rem 0;border-bottom:1px solid var(--rule);color:var(--ink);font-weight:600;text-decoration:none}
nav li a:hover{color:var(--petrol);text-decoration:underline}
.finder{background:var(--tint);padding:1rem 1.1rem;margin-bottom:1.2rem}
.finder ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 .8rem}
.finder li a{border:0;font-weight:400;color:var(--petrol);text-decoration:underline}
article{padding-block:3.2rem 1rem;margin-top:1.5rem}
article+article{border-top:1px solid var(--rule)}
.kicker{color:var(--petrol);font-weight:600;font-size:.9rem;margin:0 0 .15rem}
.lead{font-size:1.28rem;line-height:1.4;max-width:44rem;margin-bottom:1.5rem;text-wrap:pretty}
.prose{max-width:39rem}
.beside{display:grid;grid-template-columns:minmax(0,39rem) minmax(11rem,15rem);gap:1rem 2.6rem;justify-content:space-between}
.side{font-size:.9rem;line-height:1.42;color:var(--muted)}
.side-title{color:var(--petrol);font-weight:600;margin:0}
.note-beside{margin-bottom:1rem}
.note{font-size:.87rem;line-height:1.45;color:var(--muted);max-width:50rem;margin:.5rem 0 1.2rem}
.empty{color:var(--muted);font-style:italic}
ul.dashes,ul.numbered{list-style:none;margin:0 0 .8rem;padding:0}
ul.dashes>li{padding-left:1.3rem;position:relative;margin-bottom:.3rem}
ul.dashes>li::before{content:'–';position:absolute;left:0;color:var(--petrol)}
ul.numbered>li{padding-left:2.2rem;position:relative;margin-bottom:.35rem}
.mark{position:absolute;left:0;color:var(--petrol);font-weight:600}
.tag{display:inline-block;font-size:.78rem;font-weight:600;line-height:1.3;padding:.05rem .5rem;border-radius:.2rem;background:var(--tint);color:var(--ink)}
.tag.waiting{background:var(--amber-tint);color:var(--amber)}
.tag.settled{background:var(--petrol);color:var(--page)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(12.5rem,1fr));gap:1.1rem 1.6rem;margin:1.8rem 0 2.2rem;padding:.9rem 0 1rem;border-top:1.5px solid var(--ink);border-bottom:1px solid var(--rule)}
.facts div{min-width:0}
.facts dt{color:var(--petrol);font-weight:600;font-size:.87rem}
.facts dd{margin:0;font-size:.87rem;line-height:1.4;color:var(--muted)}
.facts .value{font-size:1.6rem;line-height:1.25;font-weight:600;color:var(--ink);font-variant-numeric:lining-nums tabular-nums}
footer{margin-top:4rem;padding-block:1.2rem;border-top:1px solid var(--rule);font-size:.87rem;color:var(--muted)}
.explanations details{margin:.5rem 0}`;

const tables = `.n{color:inherit;text-decoration:underline dotted;text-decoration-color:var(--muted);text-decoration-thickness:1px;text-underline-offset:.22em;white-space:nowrap}
td .n{text-decoration:none}
.n:hover,.n[aria-current]{background:var(--tint);text-decoration:underline dotted;color:var(--petrol)}
.n[aria-current]{outline:2px solid var(--petrol);outline-offset:1px;border-radius:2px}
.table{margin:1.7rem 0 2rem}
.scroll{overflow-x:auto;container-type:inline-size;position:relative}
table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.3;font-variant-numeric:lining-nums tabular-nums}
caption{text-align:left;padding:0 0 .45rem}
.caption{position:sticky;left:0;display:block;max-width:100cqi}
.nr{color:var(--petrol);font-weight:600;margin-right:.4rem;white-space:nowrap}
.unit{color:var(--muted);font-weight:400}
th,td{padding:.36rem .55rem;text-align:left;font-weight:400;vertical-align:baseline}
thead th{font-weight:600;font-size:.87rem;vertical-align:bottom;padding-block:.15rem .3rem;hyphens:manual}
thead tr:last-child th,thead th[rowspan]{border-bottom:1.5px solid var(--ink)}
.num{text-align:right;white-space:nowrap;position:relative}
thead .num{white-space:normal}
tr>:first-child{padding-left:0}
tr>:last-child{padding-right:.1rem}
tbody tr>*{border-bottom:1px solid var(--rule)}
tbody tr.last>*{border-bottom:0}
tbody tr.lone>*{padding-bottom:1.1rem}
tbody th a{color:inherit;text-decoration:none}
tbody th a:hover{color:var(--petrol);text-decoration:underline}
td.previous{color:var(--muted)}
td.amount,.matrix td.amount{font-weight:600}
.dense td.previous,.text td{color:inherit}
tr.group-sum>*{font-weight:600;border-top:1px solid var(--ink);border-bottom:0;padding-bottom:1.1rem}
tr.sum>*{font-weight:600;border-block:1.5px solid var(--ink)}
tr.sum td,tr.group-sum td{color:inherit}
tr.outside>*{color:var(--muted)}
.pro{color:var(--amber);font-weight:600}.num .pro{position:absolute;padding-left:.05em}
.text th,.text td{vertical-align:top}
.text tbody th{max-width:38rem}
.text td.text{min-width:7rem}
td.bar{width:22%;min-width:6.5rem;padding-block:0;vertical-align:middle}
svg.bar{display:block;width:100%}
svg.bar line{stroke:var(--ink);stroke-width:1px}
rect.up{fill:var(--up)}rect.down{fill:url(#skravur);stroke:var(--down-line);stroke-width:1px}rect.total{fill:var(--ink)}rect.part{fill:var(--part);stroke:var(--part-line);stroke-width:.5px}
.defs .ground{fill:var(--down)}.defs .line{stroke:var(--down-line);stroke-width:2px}
.matrix .scroll{margin-inline:calc(50% - min(50vw - 1.5rem,44rem));padding-inline:1px}
.matrix>.note{margin-inline:calc(50% - min(50vw - 1.5rem,44rem));padding-inline:1px;max-width:none}
.matrix table{font-size:clamp(.74rem,.35rem + .5vw,.86rem)}
.matrix th,.matrix td{padding:.3rem clamp(.2rem,-.2rem + .6vw,.4rem)}
.matrix tr>:first-child{padding-left:0}.matrix thead th{font-size:inherit}
.matrix tr.group-sum>*{padding-bottom:.85rem}
.matrix tbody th{white-space:nowrap}
.matrix thead th.group{border-bottom:1px solid var(--ink)}
.tint{background:var(--tint)}
.matrix th[scope=row],.matrix thead tr:first-child th:first-child,.dense th[scope=row],.dense thead tr:first-child th:first-child{position:sticky;left:0;z-index:1;background:var(--page);padding-right:.6rem}
.chart{margin:1.8rem 0 1.4rem}
.chart figcaption{margin-bottom:.5rem;font-size:.95rem;line-height:1.35}
.chart svg{display:block;width:100%;height:auto;overflow:visible;font-variant-numeric:tabular-nums}
.chart .wide{max-width:46rem}.chart .phone{display:none}
${chartColours}
.steps,.decisions{list-style:none;counter-reset:step;margin:1.4rem 0 1.8rem;padding:0}
.steps{border-block:1.5px solid var(--ink)}
.steps>li{counter-increment:step;display:grid;grid-template-columns:2.2rem minmax(0,1fr) auto;gap:.3rem 1rem;align-items:center;padding:.7rem 0;border-bottom:1px solid var(--rule)}
.steps>li:last-child{border-bottom:0}
.steps>li::before,.decisions>li::before{content:counter(step);color:var(--petrol);font-size:1.6rem;font-weight:600;line-height:1;align-self:start;padding-top:.15rem}
.steps p{margin:0}
.step{font-weight:600}
.formula,.result{color:var(--muted);font-size:.92rem;font-variant-numeric:tabular-nums}
.result{text-align:right;white-space:nowrap}
.result strong{font-size:1.3rem;color:var(--ink)}
.decisions{background:var(--tint);padding:1rem 1.3rem}
.decisions>li{counter-increment:step;display:grid;grid-template-columns:2rem minmax(0,1fr) auto;gap:.2rem 1rem;padding:.5rem 0}
.decisions>li::before{font-size:1.15rem;line-height:1.45;padding-top:0}
.decisions p{margin:0}`;

const panel = `#forklaring{position:fixed;z-index:5;inset:0 0 0 auto;width:min(27.5rem,100vw);overflow:auto;background:var(--page);border-left:1px solid var(--rule);padding:1.4rem 1.5rem 3rem;font-size:.95rem;line-height:1.4}
#forklaring[hidden]{display:none}
#forklaring .close{position:absolute;top:.8rem;right:.9rem;width:2.75rem;height:2.75rem;border:0;background:none;color:var(--ink);font-size:1.6rem;line-height:1;cursor:pointer}
#forklaring h2{margin:0 2.6rem .1rem 0;font-size:1.15rem}
#forklaring h2:focus{outline:0}
#forklaring .total{font-size:1.75rem;font-weight:600;margin:0;font-variant-numeric:tabular-nums}
#forklaring .shown,#forklaring .sum{color:var(--muted);font-variant-numeric:tabular-nums}
#forklaring ul{list-style:none;margin:.3rem 0;padding:0 0 0 .9rem;border-left:1px solid var(--rule)}
#forklaring ul.tree{padding-left:0;border:0;margin-top:1rem}
#forklaring summary,#forklaring .leaf{padding:.32rem 0;margin:0}
#forklaring .leaf{padding-left:1.05rem}
#forklaring summary{cursor:pointer;display:flex}
#forklaring summary::before{content:'›';width:1.05rem;flex:none;color:var(--petrol);font-weight:600}
#forklaring details[open]>summary::before{transform:rotate(90deg);transform-origin:.25rem 55%}
#forklaring .row{display:flex;justify-content:space-between;gap:1rem;width:100%}
#forklaring .amount{font-weight:600;text-align:right;font-variant-numeric:tabular-nums}
#forklaring .sum{font-size:.87rem;margin:0 0 .3rem 1.05rem}
#forklaring>.sum{margin-left:0}
#forklaring dl{margin:.3rem 0 .6rem 1.05rem;font-size:.87rem}
#forklaring>dl{margin-left:0;border-top:1px solid var(--rule);padding-top:.6rem}
#forklaring dl div{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:.5rem}
#forklaring dt{color:var(--muted)}
#forklaring dd{margin:0;overflow-wrap:anywhere}
#forklaring code{overflow-wrap:anywhere;font-size:.82rem}
#forklaring .name p{color:var(--muted);font-size:.87rem;margin:1.2rem 0 0}
#forklaring .copy{display:block;margin-top:.5rem;font:inherit;font-size:.87rem;background:none;border:1px solid var(--muted);border-radius:.2rem;color:var(--ink);padding:.3rem .7rem;cursor:pointer}
@media (min-width:75rem){body.explaining{padding-right:27.5rem}}`;

const narrow = `@media (max-width:56rem){.beside{grid-template-columns:minmax(0,1fr)}.matrix .scroll,.matrix>.note{margin-inline:0}}
@media (max-width:40rem){body{font-size:1rem}.facts{grid-template-columns:1fr 1fr}.facts .value{font-size:1.3rem}table{font-size:.88rem}th,td{padding:.34rem .4rem}td.bar,th.bar{display:none}.chart .wide{display:none}.chart .phone{display:block}.steps>li{grid-template-columns:1.6rem minmax(0,1fr)}.result{grid-column:2;text-align:left;white-space:normal}.decisions>li{grid-template-columns:1.4rem minmax(0,1fr)}.decisions .state{grid-column:2}.scroll th[scope=row],.scroll thead tr:first-child th:first-child{position:sticky;left:0;z-index:1;background:var(--page);max-width:11rem}.matrix tbody th{white-space:normal}.text .scroll th[scope=row]{position:static;max-width:none}.cover{padding-block:1.6rem 1rem}.subtitle{font-size:1.15rem}.lead{font-size:1.15rem}}
@media (max-width:30rem){h1,h2,h3{hyphens:auto;overflow-wrap:break-word}}
@media (max-width:24rem){.facts{grid-template-columns:1fr}.cover .top{flex-direction:column;align-items:flex-start;gap:.4rem}}
@media (forced-colors:active){rect.up,rect.total{fill:CanvasText}.tag{border:1px solid}}`;

const print = `@media print{@page{size:A4;margin:22mm 20mm 18mm}@page bred{size:A4 landscape;margin:14mm 10mm}
:root{--page:#fff;--ink:#14242e;--muted:#566570;--rule:#c8d0d5}
html{font-size:12.6px}body{font-size:10.3pt;line-height:1.4}.skip,.running,#forklaring{display:none}body.explaining{padding:0}
.cover,nav,article,footer>p{max-width:none;padding-inline:0}.cover{padding-top:4mm}.pattern{height:150mm}
nav,article{break-before:page;padding-top:0;margin:0;border:0}article.own-colour{padding-top:3mm}
h1{font-size:25pt}h2{font-size:14pt;margin-top:8.5mm}h1,h2,h3,caption,.kicker{break-after:avoid}
.lead{font-size:13pt}.facts .value{font-size:16pt}
table{font-size:9pt}thead th{font-size:8.2pt}.facts{grid-template-columns:repeat(4,1fr)}th,td{padding:1.1mm 1.3mm}tr,.steps>li,.decisions>li,.facts,.chart,.note-beside{break-inside:avoid}
thead{display:table-header-group}.scroll{overflow:visible;container-type:normal}.n{text-decoration:none}
#oversikt-alle{page:bred}.matrix .scroll{margin:0}.matrix table{font-size:7pt}.matrix th,.matrix td{padding:.75mm .6mm}
.beside{grid-template-columns:minmax(0,112mm) 44mm;gap:10mm}.prose{max-width:112mm}.prose p{hyphens:auto}
.tag,.tint,.decisions,.finder,rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;

/** The whole style of a page. Nothing in it asks for anything: fonts are those a reader has. */
export const styleSheet = (
  accent: string | null,
  chapters: readonly { readonly id: string; readonly colour: string }[] = [],
): string =>
  [colours(accentOf(accent)), base, tables, panel, narrow, print, chapterColours(chapters)].join('\n');
