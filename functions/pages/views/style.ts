import { createHash } from 'node:crypto';

/** The one style sheet, in the page itself: no second request on a phone, and the policy admits it by its hash alone. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#18222d;--soft:#566472;--line:#d6dde4;--paper:#fff;--ground:#f2f4f6;--accent:#0a5a66;--on-accent:#fff;--tint:#e6f1f2;--bad:#a3260f;--bad-tint:#fdeeea;--note:#7a4b00;--note-tint:#fff5e0}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#a3b0bd;--line:#34404c;--paper:#1a222b;--ground:#11171d;--accent:#6fc7d2;--on-accent:#07262b;--tint:#16323a;--bad:#ff9c86;--bad-tint:#3a1c16;--note:#f3c574;--note-tint:#332710}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"PingFang SC","PingFang TC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans",sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.bar{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;justify-content:space-between;padding:.5rem max(1rem,calc(50% - 21rem));background:var(--paper);border-bottom:1px solid var(--line)}
.bar strong{font-weight:650}
.bar nav{display:flex;gap:.25rem;font-size:.875rem}
.bar nav a{padding:.6rem .5rem;color:var(--accent)}
.bar nav a[aria-current]{color:var(--soft);text-decoration:none}
main{max-width:44rem;margin:0 auto;padding:1.25rem 1rem 1.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 1rem;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.35;margin:0 0 .75rem}
h3{font-size:1rem;margin:1.25rem 0 .35rem;color:var(--soft);font-weight:600}
p{margin:0 0 .75rem}
.ticket{color:var(--soft);margin:-.75rem 0 1.25rem;font-variant-numeric:tabular-nums}
.card{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:1.1rem 1rem;margin:0 0 1rem}
form,.ask{scroll-margin:.75rem 0}
.card>details:only-of-type:not([open])>summary{margin:-.5rem 0}
.jump{position:sticky;bottom:0;margin:0 -1rem -4.5rem;padding:1rem 1rem .6rem;background:linear-gradient(transparent,var(--ground) 40%)}
.jump:focus-within{z-index:1}
.jump+form{position:relative}
.jump a{display:flex;min-height:3rem;align-items:center;justify-content:center;border:1px solid var(--accent);border-radius:.5rem;background:var(--paper);font-weight:650;text-decoration:none}
.card>:last-child,.card>details>div>:last-child{margin-bottom:0}
.due,.done{border-left:.3rem solid var(--accent);background:var(--tint)}
.due dl{margin:0}
.note{border-left:.3rem solid var(--note);background:var(--note-tint)}
.bad{border-left:.3rem solid var(--bad);background:var(--bad-tint)}
.bad a{color:var(--bad)}
.said{white-space:pre-wrap;unicode-bidi:isolate;margin:0}
dl.facts{display:grid;grid-template-columns:fit-content(38%) 1fr;gap:.4rem 1rem;margin:0}
dl.facts dt{color:var(--soft)}
dl.facts dd{margin:0;unicode-bidi:isolate}
ol,ul{margin:0;padding-left:1.4rem}
li{margin:.25rem 0}
.answers>li{margin:.25rem 0 1rem}
.answers>li>.said:first-child{font-weight:600}
.answers p:has(>.tag){margin:.25rem 0}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.45rem .5rem .45rem 0;border-bottom:1px solid var(--line);font-weight:400}
th{color:var(--soft)}
td.sum,th.sum{text-align:right;padding-right:0;font-variant-numeric:tabular-nums}
tfoot td,tfoot th{border-bottom:0;font-weight:650;color:var(--ink)}
.tag{display:inline-block;padding:0 .55rem;border-radius:1rem;background:var(--tint);color:var(--accent);font-weight:600;font-size:.9375rem}
.soft,.hint{color:var(--soft);font-size:.9375rem}
.field{margin:0 0 1.1rem;border:0;padding:0;min-width:0}
.field>label:not(.choice),.field>legend{display:block;font-weight:600;margin:0 0 .25rem;padding:0}
.field .optional{font-weight:400;color:var(--soft)}
.hint{display:block;margin:0 0 .35rem}
.fault{display:block;color:var(--bad);font-weight:600;margin:0 0 .35rem}
input[type=text],input[type=datetime-local],select,textarea{width:100%;min-height:3rem;padding:.6rem .75rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.5rem}
input.code{font-size:1.4rem;letter-spacing:.35em;font-variant-numeric:tabular-nums;max-width:14rem}
button+button{margin-top:.6rem}
form>p.hint,.ask>p.hint,form>details p.hint{margin-bottom:.9rem}
textarea{min-height:7rem;line-height:1.5;resize:vertical}
input[aria-invalid],select[aria-invalid],textarea[aria-invalid]{border:2px solid var(--bad)}
.row{display:grid;gap:0 1rem}
@media (min-width:34rem){.row{grid-template-columns:minmax(10rem,2fr) 3fr}}
.group{border:1px solid var(--line);border-radius:.5rem;padding:.9rem .9rem 0;margin:0 0 1rem}
.group>.row+.row{border-top:1px solid var(--line);padding-top:.9rem}
.group>legend{font-weight:650;padding:0 .35rem}
.choice{-webkit-tap-highlight-color:transparent;display:flex;gap:.75rem;align-items:center;min-height:3rem;padding:.35rem .75rem;margin:0 0 .4rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);cursor:pointer}
.choice:has(:checked){border-color:var(--accent);background:var(--tint)}
.choice input{width:1.35rem;height:1.35rem;margin:0;flex:none;accent-color:var(--accent)}
button{font:inherit;font-weight:650;width:100%;min-height:3.25rem;padding:.7rem 1.25rem;border-radius:.5rem;border:1px solid var(--accent);background:var(--accent);color:var(--on-accent);cursor:pointer}
button.second{background:var(--paper);color:var(--accent)}
button.grave{background:var(--paper);color:var(--bad);border-color:var(--bad)}
@media (min-width:34rem){button{width:auto;min-width:12rem}}
summary{cursor:pointer;font-weight:600;min-height:3rem;display:flex;align-items:center;color:var(--accent)}
summary::before{content:"";width:.5rem;height:.5rem;margin:0 .8rem 0 .2rem;border:solid currentColor;border-width:0 2px 2px 0;transform:rotate(-45deg);flex:none}
details[open]>summary::before{transform:rotate(45deg)}
details>:not(summary){margin-top:.5rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
a{color:var(--accent)}
.score{display:grid;gap:.4rem}
.appeal{border-left:.3rem solid var(--line)}
form:has(#score-1:checked,#score-2:checked) .appeal{border-left-color:var(--note);background:var(--note-tint)}
.letter{padding:1.5rem 1.25rem}
.letter h2{margin:1.5rem 0 .5rem;font-size:1.1rem}
.letter .re{font-weight:650;margin-bottom:1rem}
.letter .closing{margin-top:2rem}
.letter .sign{margin-top:2rem;text-align:right}
footer{max-width:44rem;margin:0 auto;padding:0 1rem 3rem;color:var(--soft);font-size:.9375rem}
@media print{@page{margin:20mm}:root{--ink:#000;--soft:#333;--line:#999;--paper:#fff;--ground:#fff;--accent:#000;--tint:#fff}.bar nav,footer,.screen,.jump{display:none}body{font-size:11pt}.bar,.tag{padding:0}main{max-width:none;padding:0}.card{border:0;padding:0}h2,h3{break-after:avoid}li,tr{break-inside:avoid}}
`;

/** As a Content-Security-Policy names it. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
