import { rules } from '../audit/index.ts';
import type { ReportArgs } from './args.ts';
import { UsageError } from './args.ts';
import type { FullIo } from './io.ts';
import { csvRows, jsonLine, severityNames } from './say.ts';

/** `report rules [ID…]`: the rule index, or the rules named. */
export function runRules(args: ReportArgs, io: FullIo): number {
	const unknown = args.files.find((id) => !rules.some((rule) => rule.id === id));
	if (unknown !== undefined) throw new UsageError(`没有规则「${unknown}」。`);
	const wanted = rules.filter(({ id }) => args.files.length === 0 || args.files.includes(id));
	if (args.format === 'json') {
		for (const { check: _, ...rule } of wanted) io.out(jsonLine(rule));
	} else if (args.format === 'csv') {
		const rows = wanted.map(({ id, title, forms, severity, basis }) => [
			id,
			title,
			forms.join(' '),
			severityNames[severity],
			basis,
		]);
		io.out(`\ufeff${csvRows([['规则', '内容', '格式', '程度', '依据'], ...rows])}`);
	} else {
		for (const { id, title, severity, basis } of wanted)
			io.out(`${id} ${severityNames[severity]} ${title}（${basis}）\n`);
	}
	return 0;
}
