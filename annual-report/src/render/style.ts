/**
 * Style of a rendered report, after GB/T 9704: title and body faces by their official names with what most machines
 * have behind them. Tables scroll sideways on a narrow screen, so that no column is squeezed away.
 */
export const reportCss = `
.annual-report{max-width:60rem;margin:0 auto;padding:1rem;color:#1a1a1a;font:1.125rem/1.9 FangSong_GB2312,FangSong,STFangsong,"Noto Serif CJK SC","Source Han Serif SC",serif}
.annual-report h1{margin:1.5rem 0 2rem;text-align:center;font:1.75rem/1.5 FZXiaoBiaoSong-B05S,STZhongsong,"Noto Serif CJK SC",SimSun,serif;text-wrap:balance}
.annual-report h2{margin:1.5rem 0 .5rem;font:1.125rem/1.9 SimHei,"Noto Sans CJK SC",sans-serif;text-indent:2em}
.annual-report h3,.annual-report h4{margin:1rem 0 .25rem;font:1.125rem/1.9 KaiTi_GB2312,KaiTi,STKaiti,"Noto Serif CJK SC",serif;text-indent:2em}
.annual-report p{margin:0;text-indent:2em;overflow-wrap:anywhere}
.annual-report .signature{text-align:right;text-indent:0;padding-right:4em}
.annual-report .signature:first-of-type{margin-top:2rem}
.report-table{overflow-x:auto;margin:1rem 0}
.report-table:focus-visible{outline:2px solid #1d4f91;outline-offset:2px}
.report-table table{width:100%;min-width:20rem;border-collapse:collapse;font:.875rem/1.5 SimSun,"Noto Serif CJK SC",serif}
.report-table .report-table-t3{min-width:56rem}
.report-table .report-table-t4{min-width:48rem}
.report-table caption{padding:.25rem 0;font-weight:600}
.report-table th,.report-table td{border:1px solid #555;padding:.25rem .375rem;text-align:center;font-weight:400}
.report-table thead th{background:#f2f4f7}
.report-table tbody th{text-align:left}
.report-table tbody th[scope=colgroup],.report-table tbody th[scope=col]{text-align:center;background:#f2f4f7}
.report-table td[data-address]{font-variant-numeric:tabular-nums}
.report-table td[data-state=unreadable],.report-table td[data-state=absent]{background:#fdf3e1}
.report-table .depth-1{padding-left:1.5em}.report-table .depth-2{padding-left:3em}.report-table .depth-3{padding-left:4.5em}
@media (max-width:48rem){.report-table caption{text-align:left}.annual-report h1{font-size:1.375rem}}
@media print{.report-table{overflow:visible}.report-table table{min-width:0}.annual-report{max-width:none;padding:0}}
`.trim();
