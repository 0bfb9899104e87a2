/** What is said where not even the sentences of the page came: an address nobody has, and a server that failed. */
export const alone = {
  'error.missing': 'Denne siden finnes ikke',
  'error.missingHelp': 'Adressen peker ikke på noe du kan lese. Gå til forsiden og velg samarbeid og år der.',
  'error.failed': 'Siden kunne ikke lages',
  'error.failedHelp':
    'Ingen tall er endret. Last siden på nytt, og si fra til den som drifter Samstyr hvis det skjer igjen.',
  'error.home': 'Til forsiden',
} as const;
