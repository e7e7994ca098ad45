/** What the report pages need beyond the site's stylesheet. The official tables on paper and wide screens, lists on a phone. */
export const REPORT_STYLE = `
.report-official{overflow-x:auto;margin:1rem 0 1.5rem}
.article .report-table{min-width:44rem;font-size:.875rem;line-height:1.45;margin:0}
.article .report-table-t3{min-width:56rem}
.article .report-table-t4{min-width:50rem}
.article .report-table th,.article .report-table td{padding:.3rem .4rem;text-align:center;vertical-align:middle;font-weight:400}
.article .report-table th[scope=row],.article .report-table th[scope=rowgroup]{text-align:left;background:var(--paper)}
.article .report-table .report-figure{font-variant-numeric:tabular-nums}
.report-document .article{max-width:64rem}
.report-document .article>p,.report-document .article>h2,.report-document .article>h3{max-width:52rem;margin-inline:auto}
.report-document .article>h2{font-size:1.25rem;margin-block:1.6em .6em}
.article .report-signature{text-align:right!important;text-indent:0}
.report-phone{display:none}
.article .report-phone h3{margin:1.25rem 0 .25rem;font-size:1.0625rem;color:var(--blue-dark)}
.article .report-phone h4{margin:.5rem 0 .125rem;font-size:1rem}
.report-figures{margin:0 0 .5rem}
.report-figures>div,.report-row summary{display:flex;gap:1rem;justify-content:space-between;padding:.375rem 0;border-bottom:1px solid var(--line)}
.report-figures dt,.report-row summary span{flex:1;min-width:0}
.report-figures dd,.report-row summary strong{margin:0;white-space:nowrap;font-variant-numeric:tabular-nums}
.report-row summary{cursor:pointer}
.report-row summary::before{content:"＋";color:var(--soft)}
.report-row[open] summary::before{content:"－"}
.report-row .report-figures{padding-left:1.5rem;font-size:.9375rem}
.report-depth-1{padding-left:1.5em!important}.report-depth-2{padding-left:3em!important}.report-depth-3{padding-left:4.5em!important}
.report-files{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;padding:0;margin:0}
.report-years{display:flex;flex-wrap:wrap;gap:.5rem 1rem;list-style:none;padding:0;margin:0 0 1rem}
.report-years [aria-current]{font-weight:700;color:var(--ink);text-decoration:none}
@media (max-width:50rem){.report-official{display:none}.report-phone{display:block}}
@media print{.report-official{display:block;overflow:visible}.report-phone{display:none}.article .report-table{min-width:0!important;font-size:8pt}}
`.trim();
