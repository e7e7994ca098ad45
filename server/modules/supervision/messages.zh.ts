import { spokenDay } from '../../platform/instants.ts';

/** What this module says to people. */
export const messages = {
	circulateEarly: (dueOn: string) => `整改期限至${spokenDay(dueOn)}，期满未整改的才能列入通报。`,
	stillFound: '最近一次监测仍发现该问题，请先重新监测；确已整改的，问题消除后再销号。',
	byHand: '该事项不是监测规则发现的，请人工复查。',
	seenAgain: '监测规则重新运行，仍然发现该问题。',
	seenNoMore: '监测规则重新运行，已不再发现该问题。',
	period: '结束日期不能早于开始日期。',
	periodRange: '日期应当在2000年至2099年之间。',
	noItems: '请至少选择一个问题。',
	known: (message: string) => `「${message}」已在整改中，不能重复下发。`,
	dueOn: '整改期限不能早于今天。',
	text: '请写明情况（至少5个字）。',
	proof: '本事项不能由监测自动复查，请上传佐证材料，或者写明可以核对的网页地址。',
	changed: '该事项刚刚由他人处理，请刷新后再试。',
	noTitle: '请填写清单名称。',
	noMessage: '请写明问题。',
	office: '没有这个机关。',
	complaintList: (number: string) => `投诉举报${number}查实整改清单`,
	complaintNote: '本清单由投诉举报的核查结论自动生成。报送整改结果后，由县政务公开办复查销号。',
} as const;
