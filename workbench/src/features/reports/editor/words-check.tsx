import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { checkWords, type Section } from '../api.ts';

const SEVERITIES = { error: '错误', warning: '疑点', info: '提示' } as const;
/** Whoever types is not interrupted: the check follows a moment of rest. */
const REST_MS = 2000;

interface WordsCheckProps {
	reportId: number;
	section: number;
	content: Section['content'];
}

/** What the audit says of the words while they are written; nothing of it is saved. */
export function WordsCheck({ reportId, section, content }: WordsCheckProps) {
	const asked = useRested(JSON.stringify(content));
	const query = useQuery({
		queryKey: ['report-words', reportId, section, asked],
		queryFn: ({ signal }) => checkWords(reportId, { section, content: JSON.parse(asked) }, signal),
		placeholderData: keepPreviousData,
		retry: false,
	});
	const findings = query.data?.findings ?? [];
	return (
		<section aria-live="polite" aria-label="边写边核">
			<p className="gk-hint">
				{findings.length === 0
					? '边写边核：文字没有发现问题。'
					: `边写边核：文字有${findings.length}条问题或提示（含其他部分）。`}
			</p>
			<ul className="gk-findings">
				{findings.map(({ key, severity, message }) => (
					<li key={key} className={`gk-finding gk-finding-${severity}`}>
						<span className="gk-severity">{SEVERITIES[severity]}</span>
						{message}
					</li>
				))}
			</ul>
		</section>
	);
}

/** The value once it has not changed for a while. */
function useRested(value: string): string {
	const [rested, setRested] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setRested(value), REST_MS);
		return () => clearTimeout(timer);
	}, [value]);
	return rested;
}
