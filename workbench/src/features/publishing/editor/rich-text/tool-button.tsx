import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';

interface ToolButtonProps {
	label: string;
	icon: ReactNode;
	/** Undefined for a tool that is not switched on and off. */
	pressed?: boolean | undefined;
	disabled?: boolean;
	onClick?: () => void;
}

/** One tool of the editor: a sign with its name. */
export function ToolButton({ label, icon, pressed, disabled = false, onClick }: ToolButtonProps) {
	return (
		<Tooltip title={label} mouseEnterDelay={0.4}>
			<Button
				type="text"
				size="small"
				className={pressed ? 'pub-tool pub-on' : 'pub-tool'}
				icon={icon}
				aria-label={label}
				aria-pressed={pressed}
				disabled={disabled}
				// The selection in the text stays when a tool is clicked.
				onMouseDown={(event) => event.preventDefault()}
				onClick={onClick}
			/>
		</Tooltip>
	);
}
