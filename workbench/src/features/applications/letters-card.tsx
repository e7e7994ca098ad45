import { PrinterOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { ConfirmReason, DownloadButton, formatDay, PaperFormat } from '../../ui/index.ts';
import { useViewer } from '../../ui/viewer.ts';
import { type CaseView, KEY, type Letter, type Options, sendTo } from './api.ts';
import { serviceForm } from './forms.ts';
import { MovePanel } from './move-form.tsx';
import { PapersMenu } from './papers-menu.tsx';
import { saveFrom } from './save.ts';
import { labelIn, RECIPIENTS } from './words.ts';

interface LettersCardProps {
	id: number;
	view: CaseView;
	options: Options;
}

/** Letters as issued: a copy without names for reading, the original for printing, their service. */
export function LettersCard({ id, view, options }: LettersCardProps) {
	const { today } = useViewer();
	const queries = useQueryClient();
	const { message } = App.useApp();
	const [printing, setPrinting] = useState<Letter | null>(null);
	const [serving, setServing] = useState<Letter | null>(null);
	const [packing, setPacking] = useState(false);
	const mayServe = view.moves.some(({ action, allowed }) => action === 'recordService' && allowed);
	// Serving the answer closes the case; that is a step of its own above.
	const answer = view.summary.state === 'signed' ? view.decisions.at(-1)?.letterId : null;
	const context = { options, today, handlers: [], handlerId: null };
	return (
		<section className="gk-panel">
			<h2>文书</h2>
			{view.letters.length === 0 ? <p className="gk-hint ga-hint">还没有制发文书。</p> : null}
			<ul className="ga-list">
				{view.letters.map((letter) => (
					<LetterRow
						key={letter.id}
						id={id}
						letter={letter}
						options={options}
						onPrint={view.mayReveal ? () => setPrinting(letter) : null}
						onServe={mayServe && letter.id !== answer ? () => setServing(letter) : null}
					/>
				))}
			</ul>
			<PapersMenu id={id} view={view} onVolume={() => setPacking(true)} />
			<ConfirmReason
				open={packing}
				title="导出案卷"
				text="案卷含申请人身份和全部文书、材料、办理经过、期限计算，导出事由将记入操作日志。"
				reasonLabel="导出事由"
				okLabel="导出"
				onConfirm={({ reason }) => saveFrom(`/api/applications/${id}/volume`, { reason }, '案卷.zip')}
				onClose={() => setPacking(false)}
			/>
			<ConfirmReason
				open={printing !== null}
				title={`打印《${printing?.title ?? ''}》`}
				text="原件载有收件人姓名，打印事由将记入操作日志。"
				reasonLabel="打印事由"
				okLabel="下载原件"
				onConfirm={(values) =>
					saveFrom(`/api/applications/${id}/letters/${printing?.id}/print`, values, printing?.title ?? '')
				}
				onClose={() => setPrinting(null)}
			>
				<PaperFormat hasPdf={printing?.hasPdf ?? false} />
			</ConfirmReason>
			{serving ? (
				<MovePanel
					open
					title={`登记送达：${serving.title}`}
					submitLabel="登记送达"
					spec={serviceForm(context)}
					onClose={() => setServing(null)}
					onSend={async (values) => {
						await sendTo(`/api/applications/${id}/letters/${serving.id}/services`, values);
						await queries.invalidateQueries({ queryKey: KEY });
						message.success('已登记送达。');
						setServing(null);
					}}
				/>
			) : null}
		</section>
	);
}

interface LetterRowProps {
	id: number;
	letter: Letter;
	options: Options;
	onPrint: (() => void) | null;
	onServe: (() => void) | null;
}

function LetterRow({ id, letter, options, onPrint, onServe }: LetterRowProps) {
	const { title, number, issuedOn, recipient, services } = letter;
	return (
		<li className="ga-row">
			<div>
				<strong>{title}</strong>
				{number ? `　${number}` : ''}
				<div className="gk-hint">
					{formatDay(issuedOn)}，致{RECIPIENTS[recipient]}
					{services.map((one) => (
						<span key={`${one.way} ${one.servedOn} ${one.postNumber}`}>
							；{labelIn(options.serviceWays, one.way)}
							{formatDay(one.servedOn)}送达{one.postNumber ? `（${one.postNumber}）` : ''}
						</span>
					))}
				</div>
			</div>
			<Flex gap={8} wrap>
				<DownloadButton size="small" path={`/api/applications/${id}/letters/${letter.id}`} label="隐名件" />
				{letter.hasPdf ? (
					<DownloadButton
						size="small"
						path={`/api/applications/${id}/letters/${letter.id}?format=pdf`}
						label="隐名件（PDF）"
					/>
				) : null}
				{onPrint ? (
					<Button size="small" icon={<PrinterOutlined aria-hidden />} onClick={onPrint}>
						打印原件
					</Button>
				) : null}
				{onServe && services.length === 0 ? (
					<Button size="small" onClick={onServe}>
						登记送达
					</Button>
				) : null}
			</Flex>
		</li>
	);
}
