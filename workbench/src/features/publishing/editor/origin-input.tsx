import { AutoComplete, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Content, Options } from '../api.ts';
import { NO_ORIGIN, type Origin, type OriginKind, originOf } from './origin-words.ts';

interface OriginInputProps {
	id?: string;
	value?: Content['origin'];
	onChange?: (value: Origin) => void;
	options: Options['origins'];
	/** Names of the offices of the county, one's own first. */
	offices: readonly string[];
}

/** 信息来源 (条例第十条): who made it, and where another is to publish it, why this office does. */
export function OriginInput({ id, value, onChange, options, offices }: OriginInputProps) {
	const origin = { ...NO_ORIGIN, ...value };
	const put = (change: Partial<Origin>) => onChange?.({ ...origin, ...change });
	const names = offices.map((name) => ({ value: name, label: name }));
	const { kind } = origin;
	return (
		<>
			<Select
				id={id}
				aria-label="信息来源"
				className="gk-full"
				options={options}
				value={kind}
				onChange={(next: OriginKind) => onChange?.(originOf(next))}
			/>
			{kind === 'joint' ? (
				<>
					<Part label="牵头机关">
						<AutoComplete
							aria-label="牵头机关"
							className="gk-full"
							options={names}
							value={origin.lead}
							onChange={(lead: string) => put({ lead: lead ?? '' })}
						/>
					</Part>
					<Part label="共同制作的其他机关">
						<Select
							aria-label="共同制作的其他机关"
							className="gk-full"
							mode="tags"
							options={names}
							tokenSeparators={['、', '；', ';']}
							value={origin.others}
							onChange={(others: string[]) => put({ others })}
						/>
					</Part>
				</>
			) : null}
			{kind === 'office' ? (
				<Part label="从哪个机关获取">
					<AutoComplete
						aria-label="从哪个机关获取"
						className="gk-full"
						options={names.slice(1)}
						value={origin.from}
						onChange={(from: string) => put({ from: from ?? '' })}
					/>
				</Part>
			) : null}
			{kind === 'joint' || kind === 'office' ? (
				<Part label="由本机关公开的理由">
					<Input.TextArea
						aria-label="由本机关公开的理由"
						maxLength={500}
						autoSize={{ minRows: 2 }}
						placeholder="如 本机关最初获取、法律另有规定"
						value={origin.reason}
						onChange={({ target }) => put({ reason: target.value })}
					/>
				</Part>
			) : null}
		</>
	);
}

function Part({ label, children }: { label: string; children: ReactNode }) {
	return (
		<div className="pub-part">
			<div aria-hidden>{label}</div>
			{children}
		</div>
	);
}
