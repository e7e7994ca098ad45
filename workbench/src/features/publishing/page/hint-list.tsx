import { Alert } from 'antd';
import type { DocumentDetail } from '../api.ts';

/** What should be looked at once more before it goes out: advice, which bars nothing. */
export function HintList({ hints }: { hints: DocumentDetail['hints'] }) {
	const lines = [
		...new Set(hints.map(({ label, message, around }) => `${label}：${message}${around ? `（${around}）` : ''}`)),
	];
	return (
		<Alert
			className="gk-gap"
			type="info"
			showIcon
			title={`文字核查提示${lines.length}处，请核对`}
			description={
				<ul className="gk-plain-list">
					{lines.map((line) => (
						<li key={line} className="gk-break">
							{line}
						</li>
					))}
				</ul>
			}
		/>
	);
}
