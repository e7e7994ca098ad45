import type { RenderInput } from 'annual-report/render';
import type { Module } from '../../module.ts';
import { writePdf } from '../../platform/documents/index.ts';
import { jobs } from './jobs.ts';
import { pages } from './pages.tsx';
import { reportsInHand } from './queries/in-hand.ts';
import { countyRoutes } from './routes/county.ts';
import { editRoutes } from './routes/edit.ts';
import { moveRoutes } from './routes/moves.ts';
import { outsideRoutes } from './routes/outside.ts';
import { readRoutes } from './routes/reports.ts';
import { yearRoutes } from './routes/years.ts';
import { reportPaper } from './sheets/report-paper.ts';

export { openYear } from './commands/open-year.ts';
// For measuring: figures without a report, and a report as its screen shows it, compiled and audited.
export { startReport } from './commands/start-report.ts';
export { compiledCells } from './compile/compiled.ts';
export { moduleSources as reportSources } from './compile/module-sources.ts';
export { type Contradiction, reportContradictions } from './queries/contradictions.ts';
export { type Matrix, reportMatrix } from './queries/matrix.ts';
export { reportView } from './queries/report-view.ts';
export { listYears as reportYears } from './store/years.ts';

/** A report as pdf, for the command line: the library itself has no typesetter. */
export function renderPdf(input: RenderInput, fontDir?: string): Promise<Uint8Array> {
	return writePdf(reportPaper(input), fontDir);
}

export const reports: Module = {
	name: 'reports',
	routes: [...yearRoutes, ...readRoutes, ...editRoutes, ...moveRoutes, ...outsideRoutes, ...countyRoutes],
	pages,
	jobs,
	inHand: reportsInHand,
};
