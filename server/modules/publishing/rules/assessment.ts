import { collectIssues, type Issue } from '../../../kernel/issue.ts';
import { say } from '../messages.zh.ts';

/** 个人信息保护影响评估 of an edition, with the paper it is written on (个人信息保护法第五十五、五十六条). */
export interface ImpactAssessment {
	id: number;
	edition: number;
	assessedOn: string;
	/** The unit or person who made it. */
	assessor: string;
	/** 是否合法、正当、必要, the risk to persons, and whether what protects them is enough; in short. */
	conclusion: string;
	fileName: string;
	personName: string;
	at: Date;
}

/** It is made beforehand, never on a day to come, and says who made it and what came of it. */
export function assessmentIssues(
	given: Pick<ImpactAssessment, 'assessedOn' | 'assessor' | 'conclusion'>,
	today: string,
): Issue[] {
	return collectIssues(
		given.assessedOn > today && say('assessment.future', 'assessedOn'),
		given.assessor === '' && say('assessment.assessor', 'assessor'),
		[...given.conclusion].length < 10 && say('assessment.conclusion', 'conclusion'),
	);
}

/** The one that covers an edition; what was written about an earlier one covers nothing new. */
export function assessmentOf<A extends Pick<ImpactAssessment, 'edition'>>(
	assessments: readonly A[],
	edition: number,
): A | null {
	return assessments.findLast((one) => one.edition === edition) ?? null;
}
