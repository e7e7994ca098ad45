import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { EmptyState, SearchBox } from '../../ui/index.ts';
import { type Candidate, GAZETTES, readCandidates } from './api.ts';

/** A document chosen for an issue or a handbook. */
export interface Chosen {
	documentId: number;
	title: string;
	section: string;
}

interface PickerProps {
	value?: readonly Chosen[];
	onChange?: (chosen: Chosen[]) => void;
	/** An issue has sections, a handbook has none. */
	withSections?: boolean;
}

/** Chooses public documents and puts them in order; works as the input of a Form.Item. */
export function DocumentPicker({ value = [], onChange, withSections = false }: PickerProps) {
	const last = value.at(-1)?.section ?? '';
	const add = ({ documentId, title }: Candidate) => onChange?.([...value, { documentId, title, section: last }]);
	const put = (at: number, change: Partial<Chosen>) =>
		onChange?.(value.map((one, index) => (index === at ? { ...one, ...change } : one)));
	const swap = (at: number, by: number) => {
		const moved = [...value];
		const [one] = moved.splice(at, 1);
		if (one) moved.splice(at + by, 0, one);
		onChange?.(moved);
	};
	return (
		<>
			{value.length === 0 ? <EmptyState title="还没有选择" /> : null}
			<ol className="channels-chosen">
				{value.map(({ documentId, title, section }, at) => (
					<li key={documentId}>
						<Flex gap={8} wrap align="center">
							{withSections ? (
								<Input
									className="channels-section"
									aria-label={`第${at + 1}份的栏目`}
									placeholder="栏目"
									maxLength={40}
									value={section}
									onChange={({ target }) => put(at, { section: target.value })}
								/>
							) : null}
							<span className="channels-title gk-break">{title || '（已撤下，请移出）'}</span>
							<Button
								size="small"
								icon={<ArrowUpOutlined aria-hidden />}
								aria-label={`上移第${at + 1}份`}
								disabled={at === 0}
								onClick={() => swap(at, -1)}
							/>
							<Button
								size="small"
								icon={<ArrowDownOutlined aria-hidden />}
								aria-label={`下移第${at + 1}份`}
								disabled={at === value.length - 1}
								onClick={() => swap(at, 1)}
							/>
							<Button
								size="small"
								icon={<DeleteOutlined aria-hidden />}
								aria-label={`移出第${at + 1}份`}
								onClick={() => onChange?.(value.filter((_one, index) => index !== at))}
							/>
						</Flex>
					</li>
				))}
			</ol>
			<Finder taken={value.map(({ documentId }) => documentId)} onAdd={add} />
		</>
	);
}

function Finder({ taken, onAdd }: { taken: readonly number[]; onAdd: (candidate: Candidate) => void }) {
	const [q, setQ] = useState('');
	const query = useQuery({ queryKey: [...GAZETTES, 'candidates', q], queryFn: () => readCandidates(q) });
	const free = (query.data?.rows ?? []).filter(({ documentId }) => !taken.includes(documentId));
	return (
		<div className="channels-finder">
			<SearchBox label="查找公开的信息" value={q} onSearch={setQ} />
			<ul>
				{free.slice(0, 12).map((candidate) => (
					<li key={candidate.documentId}>
						<Button
							size="small"
							icon={<PlusOutlined aria-hidden />}
							aria-label={`选入：${candidate.title}`}
							onClick={() => onAdd(candidate)}
						/>
						<span className="gk-break">
							{candidate.title}{' '}
							<span className="gk-hint channels-from">{`${candidate.officeName} ${candidate.day}`}</span>
						</span>
					</li>
				))}
			</ul>
			{query.data && free.length === 0 ? <EmptyState title="没有找到其他公开的信息" /> : null}
		</div>
	);
}
