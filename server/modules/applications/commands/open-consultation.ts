import { issue } from '../../../kernel/issue.ts';
import type { Consultation } from '../model.ts';
import type { CaseRecord } from '../queries/case-record.ts';
import { refuseIf } from './move.ts';

export function openConsultation(record: CaseRecord, id: number): Consultation {
	const found = record.consultations.find((one) => one.id === id && one.returnedOn === null);
	if (!found) refuseIf([issue('consultation.unknown', '没有这份尚未答复的征求意见，请刷新后再试。', 'consultationId')]);
	return found as Consultation;
}
