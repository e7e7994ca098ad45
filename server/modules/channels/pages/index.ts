import { accountsPage } from './accounts.tsx';
import { gazettePages } from './gazette.tsx';
import { placesPage } from './places.tsx';
import { subscribePages } from './subscribe.tsx';

export const pages = [...gazettePages, placesPage, accountsPage, ...subscribePages];
