import { Alert } from 'antd';
import type { DocumentDetail } from '../api.ts';

/** Numbers of persons that stand in the text (个人信息保护法第二十五条), masked, with the words around them. */
export function PersonalList({ personal }: { personal: DocumentDetail['personal'] }) {
	// The same number may stand twice in the same words.
	const lines = [
		...new Set(
			personal.map(
				({ label, around, fileName }) => `${fileName ? `附件「${fileName}」` : '正文'}，${label}：…${around}…`,
			),
		),
	];
	return (
		<Alert
			className="gk-gap"
			type="warning"
			showIcon
			title={`发现${personal.length}处疑似个人信息`}
			description={
				<>
					<ul className="gk-plain-list">
						{lines.map((line) => (
							<li key={line} className="gk-break">
								{line}
							</li>
						))}
					</ul>
					公开前应当删除或者隐去；依法确需公开的，由签发人写明理由。
				</>
			}
		/>
	);
}
