import { createContext } from 'react';

/** The word of this answer that scripts must carry to run. Empty in the browser, which hides it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined);
