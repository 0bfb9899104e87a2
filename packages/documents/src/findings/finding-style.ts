/** The report's own style sheet: the signs and colours of the joint budget's page, in light, dark and print. */
export const findingStyle = `:root{--page:#fff;--ink:#14242e;--muted:#566570;--petrol:#14506b;--rule:#c8d0d5;--grid:#e3e8eb;--tint:#f1f5f6;--hit:#fbe3d6;--hit-line:#a83f14;--trail:#fbf3e4;--trail-line:#8a5510}
@media (prefers-color-scheme:dark){:root{--page:#12181c;--ink:#e9eef0;--muted:#a6b3bb;--petrol:#8cc6dc;--rule:#36434c;--grid:#26323a;--tint:#1a2329;--hit:#4a2415;--hit-line:#f0a17a;--trail:#2f2717;--trail-line:#e8b76c}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:400 1.0625rem/1.55 'Source Sans 3','Source Sans Pro','Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif}
main{max-width:62rem;margin-inline:auto;padding:2.5rem clamp(1rem,4vw,3rem) 4rem}
h1{font:600 clamp(1.75rem,1.2rem + 2.4vw,2.5rem)/1.15 'Source Serif 4',Charter,Georgia,serif;margin:0 0 .6rem;overflow-wrap:anywhere}
h2{font-size:1.35rem;line-height:1.25;font-weight:600;margin:3rem 0 1rem;padding-top:1.2rem;border-top:1px solid var(--rule)}
h3{font-size:.95rem;line-height:1.4;font-weight:600;color:var(--muted);margin:0 0 .3rem}
p{margin:0 0 .8rem}
a{color:var(--petrol);text-underline-offset:.18em}
a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--petrol);outline-offset:2px}
.lead{font-size:1.28rem;line-height:1.4}
.about{color:var(--muted);font-size:.95rem;max-width:44rem}
.contents{list-style:none;margin:1.6rem 0 0;padding:0}
.contents a{display:grid;grid-template-columns:minmax(7rem,15rem) minmax(0,1fr);gap:.2rem 1.4rem;padding:.45rem 0;border-bottom:1px solid var(--grid);text-decoration:none;color:var(--ink)}
.contents a:hover b{text-decoration:underline}
.contents b{font-weight:600;color:var(--petrol)}
article{margin:0 0 2.6rem}
.sentence{font-size:1.12rem;line-height:1.45;max-width:46rem;overflow-wrap:break-word}
dl{display:flex;flex-wrap:wrap;gap:.3rem 2.2rem;margin:0 0 1rem}
dl div{min-width:6rem}
dt{font-size:.85rem;color:var(--muted)}
dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.scroll{position:relative;overflow-x:auto;margin:0 0 .6rem;border:1px solid var(--rule)}
table{border-collapse:collapse;font-size:.92rem;line-height:1.35;min-width:100%}
caption{text-align:left;font-weight:600;padding:.5rem .6rem;caption-side:top}
caption span{font-weight:400;color:var(--muted)}
th,td{padding:.32rem .6rem;border-bottom:1px solid var(--grid);text-align:left;vertical-align:top}
thead th{border-bottom:1px solid var(--rule);vertical-align:bottom;font-weight:600}
tbody th{font-weight:400}
.f{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
mark{background:var(--hit);color:inherit;outline:2px solid var(--hit-line);outline-offset:2px;font-weight:600}
mark.trail{background:var(--trail);outline:2px dashed var(--trail-line);font-weight:400}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
details{margin:.4rem 0 0}
summary{cursor:pointer;color:var(--petrol);font-weight:600;padding:.25rem 0}
details ul{margin:.4rem 0;padding-left:1.2rem}
li{margin:.25rem 0;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:minmax(0,auto) minmax(0,1fr);gap:.6rem 2.6rem;align-items:start;margin:0 0 .8rem}
.figures{min-width:0;font-size:1rem;border-top:2px solid var(--ink)}
.figures th{font-weight:400;color:var(--muted);padding-left:0}
.figures td{text-align:right;font-weight:600;white-space:nowrap;font-variant-numeric:tabular-nums;padding-right:0}
.figures tr:last-child>*{border-bottom:2px solid var(--ink)}
.unit{font-weight:400;color:var(--muted)}
.facts dt::first-letter{text-transform:uppercase}
.facts dd{font-weight:400;overflow-wrap:anywhere}
.sign{display:inline-block;min-width:1.35em;text-align:center;border:1px solid currentColor;border-radius:3px;font-weight:600}
.filter{border:0;margin:1.6rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}
.filter legend{float:left;font-weight:600;padding:.3rem 1rem .3rem 0}
.filter label{display:inline-flex;align-items:center;gap:.4rem;min-height:2rem;cursor:pointer}
.filter input{inline-size:1.1rem;block-size:1.1rem;accent-color:var(--petrol)}
main:has(#show-error:not(:checked)) .error,main:has(#show-transcription:not(:checked)) .transcription,main:has(#show-garbled:not(:checked)) .garbled,main:has(#show-soft:not(:checked)) .soft{display:none}
mark a{color:inherit;text-decoration:none}
:target{scroll-margin-block:2rem}
article:target h3,mark a:target{outline:3px solid var(--petrol);outline-offset:3px}
@media (max-width:34rem){.facts{grid-template-columns:minmax(0,1fr)}.figures{width:100%}}
@media (max-width:34rem){.contents a{grid-template-columns:1fr}}
@media print{.filter{display:none}body{font-size:10pt}article{break-inside:avoid}.scroll{overflow:visible}}
`;
