import { useSession } from '../../app/session-context.tsx';

/** Today as the server has it: an old computer's clock may be days off, and the server judges by its own. */
export function useToday(): string {
	return useSession().session.today;
}
