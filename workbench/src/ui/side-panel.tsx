import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { usePhone } from './use-phone.ts';

interface SidePanelProps {
	open: boolean;
	title: string;
	onClose: () => void;
	/** px on a desk; a phone is filled. */
	width?: number;
	children: ReactNode;
	footer?: ReactNode;
}

/** A case or a short form beside its list; closed with Esc, the list stays as it was. */
export function SidePanel({ open, title, onClose, width = 560, children, footer }: SidePanelProps) {
	const phone = usePhone();
	return (
		<Drawer
			open={open}
			title={title}
			onClose={onClose}
			size={phone ? '100%' : width}
			footer={footer}
			destroyOnHidden
			mask={{ closable: false }}
			closable={{ 'aria-label': '关闭' }}
		>
			{children}
		</Drawer>
	);
}
