/** What the desk on this machine adds to the house style: it is wide where there is room, and close set. */
export const LANDING_STYLE = `
body{font-size:.9375rem;line-height:1.5}
main{max-width:100rem;padding:1rem 1.25rem 4rem}
h1{font-size:1.45rem;margin:.1rem 0 .6rem}
h2{font-size:1.05rem;margin:0 0 .6rem}
h2 a{color:inherit;text-decoration:none}
h2 a:hover{text-decoration:underline}
p{margin:0 0 .4rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:.5rem;top:.5rem;z-index:9;background:var(--paper);padding:.5rem 1rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.plain{list-style:none;margin:0;padding:0}
.id,.number,code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.86em}
.wrong{color:var(--bad);font-weight:600}
.empty{padding:2rem 1rem;text-align:center;color:var(--soft);border:1.5px dashed var(--line);border-radius:.75rem}
.top{position:sticky;top:0;z-index:3;display:grid;grid-template-columns:auto 1fr;gap:.15rem 1.5rem;align-items:center;padding:.55rem 1.25rem;background:var(--paper);border-bottom:1px solid var(--line)}
.brand a{font-weight:700;font-size:1.1rem;color:var(--accent);text-decoration:none}
.top nav{display:flex;flex-wrap:wrap;gap:0 .25rem;justify-content:flex-end}
.top nav a{padding:.3rem .65rem;border-radius:.5rem;text-decoration:none;color:var(--soft)}
.top nav a:hover{color:var(--accent)}
.top nav a[aria-current]{background:var(--tint);color:var(--accent);font-weight:600}
.clock{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.35rem 1rem;align-items:center}
.clock p{margin:0}
.now strong{font-size:1.35rem;font-variant-numeric:tabular-nums;margin:0 .15rem;vertical-align:-.08em}
.clock form{display:flex;flex-wrap:wrap;gap:.3rem}
.clock button{width:auto;min-width:0;min-height:2.1rem;padding:.2rem .75rem;font-size:.875rem;font-weight:600;border-radius:2rem;background:var(--paper);color:var(--accent);border-color:var(--line)}
.clock button:hover{background:var(--tint);border-color:var(--accent)}
.clock form[aria-busy] button{opacity:.5;pointer-events:none}
.columns{display:grid;gap:1.5rem 1.75rem;grid-template-columns:minmax(0,1fr)}
@media (min-width:60rem){.columns{grid-template-columns:minmax(0,1.25fr) minmax(0,1fr)}.side{grid-column:2}.tickets{grid-row:span 2}}
@media (min-width:84rem){.columns{grid-template-columns:minmax(0,1.35fr) minmax(0,1.1fr) minmax(17rem,.75fr)}.side{grid-column:auto}.tickets{grid-row:auto}}
.columns>section>h2{color:var(--soft);font-size:.9375rem;font-weight:600;margin:.1rem 0 .55rem}
.card{padding:.9rem 1rem;margin:0 0 1rem}
.ticket-line{position:relative;background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:.75rem .95rem .7rem;margin:0 0 .7rem;transition:border-color .15s}
.ticket-line:hover{border-color:var(--accent)}
.ticket-line .cover{position:absolute;inset:0;border-radius:.75rem;text-decoration:none;color:var(--soft)}
.ticket-line .cover .id{position:absolute;right:.95rem;bottom:.75rem}
.ticket-line p{margin:0 0 .3rem}
.ticket-line .head{display:flex;flex-wrap:wrap;gap:.1rem .55rem;align-items:baseline}
.ticket-line .due-in{margin-left:auto;color:var(--soft);font-size:.875rem}
.due-in.late{color:var(--bad);font-weight:600}
.due-in.kept{color:var(--accent)}
.ticket-line .said{color:var(--soft);font-size:.9rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.ticket-line .turn{margin:.1rem 0 0;padding-right:7.5rem;font-size:.9rem}
.ticket-line.over{background:none}
.ticket-line.over .head strong{font-weight:600;color:var(--soft)}
.pill{display:inline-block;padding:.02rem .55rem;border-radius:1rem;background:var(--tint);color:var(--accent);font-weight:600;font-size:.8125rem}
.pill.urgent{background:var(--bad-tint);color:var(--bad)}
.pill.desk,.pill.declined,.pill.new{background:var(--note-tint);color:var(--note)}
.progress{display:flex;gap:3px;list-style:none;margin:.35rem 0 .45rem;padding:0}
.progress li{flex:1;margin:0;min-width:0;font-size:.75rem;color:var(--soft)}
.progress li::before{content:"";display:block;height:5px;border-radius:3px;background:var(--line);margin:0 0 .2rem}
.progress .done::before{background:var(--accent)}
.progress .now::before{background:linear-gradient(90deg,var(--accent) 45%,var(--line) 45%)}
.progress .now{color:var(--ink);font-weight:600}
.progress span{display:block;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.ticket-line .progress li:not(.now) span{visibility:hidden}
.ticket-line .progress .now span{overflow:visible}
.over .progress span{display:none}
.phone{margin:0 0 1rem}
.who{display:flex;gap:.6rem;align-items:center;text-decoration:none;color:inherit;margin:0 0 .3rem;border-radius:.5rem}
.who small{display:block;color:var(--soft);line-height:1.25}
.who strong{display:block;line-height:1.3;font-weight:600}
.who .count{margin-left:auto;background:var(--accent);color:var(--on-accent);border-radius:1rem;font-size:.8rem;font-weight:700;min-width:1.45rem;text-align:center;padding:0 .35rem}
.face{flex:none;display:grid;place-items:center;width:2.3rem;height:2.3rem;border-radius:50%;background:var(--tint);color:var(--accent);font-size:.8rem;font-weight:700}
.face.customer{background:var(--note-tint);color:var(--note)}
.bubble{max-width:34rem;background:var(--paper);border:1px solid var(--line);border-radius:.3rem 1rem 1rem 1rem;padding:.5rem .8rem .4rem;margin:0 0 .5rem 2.9rem}
.bubble.unread{border-color:var(--accent)}
.bubble p{margin:0;unicode-bidi:isolate}
.bubble a{overflow-wrap:anywhere}
.bubble .meta{color:var(--soft);font-size:.8rem;margin-top:.1rem}
.waits{color:var(--note);font-weight:600}
.side>.card{margin-bottom:1rem}
.chips{display:flex;flex-wrap:wrap;gap:.35rem;margin:.4rem 0 .2rem}
.narrow>.chips{margin:.6rem 0 .9rem}
.chip{display:inline-block;padding:.25rem .7rem;border:1px solid var(--line);border-radius:2rem;text-decoration:none;font-size:.875rem;background:var(--paper)}
.chip:hover,.chip[aria-current]{background:var(--tint);border-color:var(--accent)}
.order{border-top:1px solid var(--line);padding:.5rem 0 .25rem;margin:0}
.order p{margin:0}
.order p:first-child{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 .75rem}
.order.CommandFailed>p.soft{color:var(--bad)}
.pair{display:flex;gap:.4rem;margin:.4rem 0}
.pair button,.go,.waits-for button{width:auto;min-width:0;min-height:2.3rem;padding:.25rem .9rem;font-size:.875rem}
.go{display:inline-flex;align-items:center;border-radius:.5rem;background:var(--accent);color:var(--on-accent);text-decoration:none;font-weight:650;margin:.2rem 0}
.switch button{display:flex;align-items:center;gap:.6rem;width:100%;min-height:2.4rem;padding:.2rem 0;background:none;border:0;color:inherit;text-align:left;font-weight:600}
.switch small{margin-left:auto;color:var(--soft);font-weight:400}
.switch span{flex:none;width:2.2rem;height:1.25rem;border-radius:1rem;background:var(--soft);position:relative;transition:background .15s}
.switch span::after{content:"";position:absolute;top:.175rem;left:.2rem;width:.9rem;height:.9rem;border-radius:50%;background:var(--paper);transition:left .15s}
.switch [aria-checked=true] span{background:var(--accent)}
.switch [aria-checked=true] span::after{left:1.1rem}
dl.counts{grid-template-columns:1fr auto;gap:.15rem 1rem}
dl.counts dd{text-align:right;font-variant-numeric:tabular-nums}
.crumb{color:var(--soft);font-size:.875rem;margin:0 0 .3rem}
.crumb a{color:inherit}
.narrow{max-width:46rem}
.grid{display:grid;gap:0 1rem;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr))}
.post .field{margin:0 0 .7rem}
.post input[type=text],.post select{min-height:2.5rem;padding:.35rem .6rem}
.post textarea{min-height:0;padding:.5rem .6rem}
.json{margin:0 0 .6rem;white-space:pre-wrap;overflow-wrap:anywhere}
.ticket-head h1 .id{font-weight:400;color:var(--soft);font-size:1rem;margin-left:.4rem}
.ticket-head .progress{max-width:56rem;margin:.6rem 0 1.1rem}
.ticket-columns{display:grid;gap:0 1.5rem;grid-template-columns:minmax(0,1fr)}
@media (min-width:70rem){.ticket-columns{grid-template-columns:minmax(0,1fr) minmax(0,44rem);align-items:start}}
.waits-for>li{margin:0 0 .5rem}
.waits-for p{margin:0}
.timeline{list-style:none;margin:0;padding:0}
.timeline>li{display:grid;grid-template-columns:8.5rem 1fr;gap:0 .9rem;margin:0;padding:.35rem 0;border-top:1px solid var(--line)}
.timeline>li:first-child{border-top:0}
.timeline time{color:var(--soft);font-size:.875rem;font-variant-numeric:tabular-nums;padding-top:.1rem}
.timeline li li{position:relative;margin:0 0 .2rem;padding-left:1rem}
.timeline li li::before{content:"";position:absolute;left:0;top:.5em;width:.5rem;height:.5rem;border-radius:50%;background:var(--line)}
.timeline .good::before{background:var(--accent)}
.timeline .notable::before{background:var(--note)}
.timeline .wrong::before{background:var(--bad)}
.timeline .wrong{font-weight:400}
.timeline .bubble{margin:.25rem 0 .4rem;font-size:.875rem;background:var(--ground)}
@media (max-width:34rem){.timeline>li{grid-template-columns:1fr}.progress span{display:none}.progress .now span{display:block;overflow:visible}.ticket-line .turn{padding-right:0}.ticket-line .cover .id{position:static;display:none}}
.scroll{overflow-x:auto}
@media (max-width:44rem){.top{position:static;grid-template-columns:minmax(0,1fr);padding:.6rem .9rem}.top nav{justify-content:start;margin-left:-.6rem}main{padding:1rem .9rem 3rem}.bubble{margin-left:0}}
.scroll svg{min-width:34rem;max-width:46rem;margin:0 auto}
.key span{padding:0 .5rem;border:1.5px solid var(--line);border-radius:.4rem;font-size:.8125rem}
.key .passed{background:var(--tint);border-color:var(--accent)}
.key .present{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.execution{margin:.4rem 0 0}
.queues{display:grid;gap:0 1.25rem;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));align-items:start}
.queues .wide{grid-column:1/-1}
.queues .plain>li{border-top:1px solid var(--line);padding:.5rem 0;margin:0}
.queues .plain p{margin:0}
.state{white-space:nowrap;text-align:right}
.handset{max-width:36rem;background:var(--paper);border:1px solid var(--line);border-radius:1.5rem;padding:1.1rem 1.1rem .6rem}
.handset header{display:flex;gap:.75rem;align-items:center;margin:0 0 .9rem}
.handset h1{font-size:1.15rem;margin:0}
.handset header p{margin:0}
.handset .bubble{margin-left:0;background:var(--ground)}
details>summary{min-height:2.2rem}
footer{display:none}
`;
