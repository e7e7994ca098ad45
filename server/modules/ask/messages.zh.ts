/** What this module says to people. */
export const messages = {
	asked: '请写明要问的事（2至200个字）。',
	question: '请填写问题（2至100个字）。',
	wordings: '其他问法不超过20种，每种不超过100个字。',
	answer: '请填写答案（至少5个字）。',
	validUntil: '有效期已经过去，请修改后再发布。',
	personal: (kinds: string) => `内容中发现疑似${kinds}，请删除或者隐去后再发布。`,
	document: '没有这份已公开的文件，请核对。',
	office: '请选择机关。',
	reason: '请写明理由（至少5个字）。',
	unchanged: '没有需要发布的改动。',
	changed: '该问答刚刚由他人修改，请刷新后再试。',
	taken: '这个问题已经转为问答。',
} as const;
