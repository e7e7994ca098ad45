import { type Issue, ProblemError } from '../../api/index.ts';

/** A preview that found something wrong is shown like a refusal: beside the inputs. @throws ProblemError when there are issues */
export function refuseIssues(issues: readonly Issue[]): void {
	const [first] = issues;
	if (first) throw new ProblemError({ title: first.message, status: 422, code: 'invalid', issues });
}
