import { lazy, type ReactNode, Suspense } from 'react';
import { WholePage } from '../ui/whole-page.tsx';
import { useSession } from './session-context.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';

const SignInPage = lazy(async () => ({ default: (await import('../features/me/sign-in-page.tsx')).SignInPage }));
const FirstPassword = lazy(async () => ({
	default: (await import('../features/me/first-password.tsx')).FirstPassword,
}));

/** Lets in whoever is signed in with a password of their own; the address stays, so that a link leads where it pointed. */
export function Entrance({ children }: { children: ReactNode }) {
	const { session } = useSession();
	if (session.person && !session.person.mustChangePassword) {
		return (
			<>
				{children}
				<SignInDialog />
			</>
		);
	}
	return (
		<Suspense fallback={<WholePage busy title="正在打开…" />}>
			{session.person ? <FirstPassword /> : <SignInPage />}
		</Suspense>
	);
}
