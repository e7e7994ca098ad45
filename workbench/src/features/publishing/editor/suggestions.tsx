import { Button, Flex, Form } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../../ui/index.ts';
import { readSuggestions } from '../api.ts';

type Found = Awaited<ReturnType<typeof readSuggestions>>;

/** What the text itself suggests for summary and keywords: one click to take it, and nothing filled in unasked. */
export function Suggestions({ onTake }: { onTake: () => void }) {
	const form = Form.useFormInstance();
	const [found, setFound] = useState<Found | null>(null);
	const { run, busy } = useCommand(
		() =>
			readSuggestions({
				title: String(form.getFieldValue('title') ?? ''),
				body: String(form.getFieldValue('body') ?? ''),
			}),
		{ onDone: setFound },
	);
	const take = (values: Partial<Found>) => {
		form.setFieldsValue(values);
		// A value that is set tells nobody: the draft has to hear of it to save it.
		onTake();
	};
	return (
		<div className="gk-gap">
			<Button loading={busy} onClick={() => void run()}>
				根据正文建议概述和关键词
			</Button>
			{found ? (
				<Flex vertical gap={8} aria-live="polite">
					<Offer label="内容概述" text={found.summary} onTake={() => take({ summary: found.summary })} />
					<Offer label="关键词" text={found.keywords.join('、')} onTake={() => take({ keywords: found.keywords })} />
				</Flex>
			) : null}
		</div>
	);
}

function Offer({ label, text, onTake }: { label: string; text: string; onTake: () => void }) {
	if (text === '') return <p className="gk-hint">{label}：正文还不足以给出建议。</p>;
	return (
		<div>
			<p className="gk-hint">
				建议的{label}：{text}
			</p>
			<Button size="small" onClick={onTake}>
				采用建议的{label}
			</Button>
		</div>
	);
}
