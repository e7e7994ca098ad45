import { Alert, Checkbox, Form, Input } from 'antd';
import { ConfirmReason } from '../../ui/index.ts';
import type { Consultation } from './consultation-api.ts';

type Check = Consultation['fileCheck'];

/** Whether the signer has something to say about the files before everybody reads them. */
export function asksAboutFiles({ leaks, unread }: Check): boolean {
	return leaks.length + unread.length > 0;
}

/** What was found in the files, and what no program can read. */
export function FileCheck({ check: { leaks, unread } }: { check: Check }) {
	return (
		<>
			{leaks.length > 0 ? (
				<Alert
					className="gk-gap"
					type="error"
					showIcon
					title={`附件中发现疑似个人信息${leaks.length}处`}
					description={
						<ul className="gk-plain-list">
							{placesOf(leaks).map((place) => (
								<li key={place} className="gk-break">
									{place}
								</li>
							))}
						</ul>
					}
				/>
			) : null}
			{unread.length > 0 ? (
				<Alert
					className="gk-gap"
					type="warning"
					showIcon
					title="未能检查的附件，签发前须有人逐页核对"
					description={unread.map(({ fileName, why }) => `${fileName}：${why}`).join('；')}
				/>
			) : null}
		</>
	);
}

/** Each place once, masked as the server told it. */
function placesOf(leaks: Check['leaks']): string[] {
	return [...new Set(leaks.map(({ fileName, kindLabel, around }) => `${fileName}：${kindLabel}，「${around}」`))];
}

interface SignDialogProps {
	open: boolean;
	check: Check;
	onSign: (word: { personalReason: string; checkedByHand: boolean }) => Promise<unknown>;
	onClose: () => void;
}

/** Signing with a word on files that hold personal data, or that no program can read. */
export function SignDialog({ open, check, onSign, onClose }: SignDialogProps) {
	return (
		<ConfirmReason
			open={open}
			title="签发公开征求意见"
			okLabel="签发公开征求意见"
			text={<FileCheck check={check} />}
			reason="none"
			onConfirm={({ personalReason, checkedByHand }) =>
				onSign({ personalReason: String(personalReason ?? ''), checkedByHand: checkedByHand === true })
			}
			onClose={onClose}
		>
			{check.leaks.length > 0 ? (
				<Form.Item name="personalReason" label="公开个人信息的理由" extra="没有理由公开的，请退回修改。">
					<Input.TextArea rows={2} maxLength={500} showCount />
				</Form.Item>
			) : null}
			{check.unread.length > 0 ? (
				<Form.Item name="checkedByHand" valuePropName="checked">
					<Checkbox>已打开上述附件逐页核对，没有不应公开的个人信息</Checkbox>
				</Form.Item>
			) : null}
		</ConfirmReason>
	);
}
