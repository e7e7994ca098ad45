import { Tree } from 'antd';
import { Link } from 'react-router';
import type { Office } from '../../parts/offices.tsx';
import { EmptyState } from '../../ui/index.ts';
import { KIND_LABELS } from './fields.ts';
import { type TreeNode, treeOf } from './tree.ts';

/** The offices under those they belong to. */
export function OfficeTree({ offices, shown }: { offices: readonly Office[]; shown: readonly Office[] }) {
	const nodes = treeOf(offices, shown);
	if (nodes.length === 0) return <EmptyState title="没有符合条件的机关" />;
	return (
		<div className="gk-panel">
			<Tree aria-label="机关层级" defaultExpandAll blockNode selectable={false} showLine treeData={nodes.map(toData)} />
		</div>
	);
}

interface TreeData {
	key: number;
	title: React.ReactNode;
	children: TreeData[];
}

function toData({ office, shown, children }: TreeNode<Office>): TreeData {
	const kind = <span className="gk-hint"> {KIND_LABELS[office.kind]}</span>;
	return {
		key: office.id,
		title: (
			<>
				{shown ? (
					<Link to={`/offices/${office.id}`}>{office.name}</Link>
				) : (
					<span className="gk-hint">{office.name}</span>
				)}
				{office.status === 'merged' ? <span className="gk-hint">（已并入其他机关）</span> : kind}
			</>
		),
		children: children.map(toData),
	};
}
