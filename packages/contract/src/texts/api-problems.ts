import type { ApiProblem } from '../api/problem.ts';
import type { Texts } from './language.ts';

const list = (values: readonly string[]): string => values.join(', ');

/** What the API refuses, and what to do. */
export const apiProblemTexts: Texts<ApiProblem> = {
  'api.notFound': {
    nb: () => 'Finner ikke det du spør etter, eller du har ikke tilgang til det.',
    nn: () => 'Finn ikkje det du spør etter, eller du har ikkje tilgang til det.',
    en: () => 'What you ask for is not here, or you have no access to it.',
  },
  'api.notLoggedIn': {
    nb: () => 'Du er ikke logget inn, eller økten er gått ut. Logg inn og prøv igjen.',
    nn: () => 'Du er ikkje logga inn, eller økta er gått ut. Logg inn og prøv igjen.',
    en: () => 'You are not logged in, or the session has ended. Log in and try again.',
  },
  'api.notAllowed': {
    nb: (p) =>
      `Rollen din kan ikke gjøre dette. Det kan ${list(p.roles)}. Spør administratoren i samarbeidet.`,
    nn: (p) =>
      `Rolla di kan ikkje gjere dette. Det kan ${list(p.roles)}. Spør administratoren i samarbeidet.`,
    en: (p) => `Your role may not do this. Those who may: ${list(p.roles)}. Ask the administrator.`,
  },
  'api.invalid': {
    nb: (p) => `${p.path || 'Innholdet'} er ikke skrevet som det skal: ${p.expected}.`,
    nn: (p) => `${p.path || 'Innhaldet'} er ikkje skrive som det skal: ${p.expected}.`,
    en: (p) => `${p.path || 'The content'} is not written as it should be: ${p.expected}.`,
  },
  'api.unknownField': {
    nb: (p) =>
      `Feltet «${p.field}» finnes ikke${p.path === '' ? '' : ` i ${p.path}`}. Ta det bort, eller rett navnet.`,
    nn: (p) =>
      `Feltet «${p.field}» finst ikkje${p.path === '' ? '' : ` i ${p.path}`}. Ta det bort, eller rett namnet.`,
    en: (p) =>
      `There is no field “${p.field}”${p.path === '' ? '' : ` in ${p.path}`}. Take it away, or mend its name.`,
  },
  'api.notJson': {
    nb: () => 'Innholdet er ikke gyldig JSON i UTF-8.',
    nn: () => 'Innhaldet er ikkje gyldig JSON i UTF-8.',
    en: () => 'The content is not valid JSON in UTF-8.',
  },
  'api.doubledKey': {
    nb: (p) => `Feltet «${p.key}» står to ganger i samme objekt. Behold det ene.`,
    nn: (p) => `Feltet «${p.key}» står to gonger i same objekt. Behald det eine.`,
    en: (p) => `The field “${p.key}” stands twice in one object. Keep one of them.`,
  },
  'api.tooDeep': {
    nb: (p) => `Innholdet er nøstet dypere enn ${p.limit} nivåer.`,
    nn: (p) => `Innhaldet er nøsta djupare enn ${p.limit} nivå.`,
    en: (p) => `The content is nested more than ${p.limit} levels deep.`,
  },
  'api.tooLarge': {
    nb: (p) => `Innholdet er større enn ${p.limit} byte. Del det opp.`,
    nn: (p) => `Innhaldet er større enn ${p.limit} byte. Del det opp.`,
    en: (p) => `The content is larger than ${p.limit} bytes. Divide it.`,
  },
  'api.wrongType': {
    nb: (p) => `Send innholdet som ${list(p.accepted)}.`,
    nn: (p) => `Send innhaldet som ${list(p.accepted)}.`,
    en: (p) => `Send the content as ${list(p.accepted)}.`,
  },
  'api.wrongMethod': {
    nb: (p) => `Adressen tar imot ${list(p.allowed)}.`,
    nn: (p) => `Adressa tek imot ${list(p.allowed)}.`,
    en: (p) => `The address takes ${list(p.allowed)}.`,
  },
  'api.crossOrigin': {
    nb: () => 'Forespørselen kom fra et annet nettsted og er avvist. Åpne Samstyr på sin egen adresse.',
    nn: () => 'Førespurnaden kom frå ein annan nettstad og er avvist. Opne Samstyr på si eiga adresse.',
    en: () => 'The request came from another site and is refused. Open Samstyr at its own address.',
  },
  'api.noCsrfToken': {
    nb: () => 'Forespørselen mangler øktens merke i X-CSRF-Token. Last siden på nytt.',
    nn: () => 'Førespurnaden manglar merket til økta i X-CSRF-Token. Last sida på nytt.',
    en: () => 'The request lacks the session’s token in X-CSRF-Token. Load the page again.',
  },
  'api.noIdempotencyKey': {
    nb: () =>
      'Send Idempotency-Key (16–80 tegn: bokstaver, sifre og bindestrek), så et nytt forsøk ikke gjør det samme to ganger.',
    nn: () =>
      'Send Idempotency-Key (16–80 teikn: bokstavar, siffer og bindestrek), så eit nytt forsøk ikkje gjer det same to gonger.',
    en: () =>
      'Send Idempotency-Key (16–80 signs: letters, digits and hyphens), so that another try does not do the same twice.',
  },
  'api.keyReused': {
    nb: () => 'Nøkkelen i Idempotency-Key er brukt til noe annet. Lag en ny for hver handling.',
    nn: () => 'Nøkkelen i Idempotency-Key er brukt til noko anna. Lag ein ny for kvar handling.',
    en: () => 'The key in Idempotency-Key was used for something else. Make a new one for each action.',
  },
  'api.conflict': {
    nb: (p) =>
      `Andre har endret ${list(p.rows)} etter at du hentet det. Begge verdiene følger med; velg en og send på nytt.`,
    nn: (p) =>
      `Andre har endra ${list(p.rows)} etter at du henta det. Begge verdiane følgjer med; vel ein og send på nytt.`,
    en: (p) =>
      `Others have changed ${list(p.rows)} since you fetched it. Both values are given; choose one and send again.`,
  },
  'api.tooMany': {
    nb: (p) => `For mange forsøk. Vent ${p.seconds} sekunder.`,
    nn: (p) => `For mange forsøk. Vent ${p.seconds} sekund.`,
    en: (p) => `Too many tries. Wait ${p.seconds} seconds.`,
  },
  'api.busy': {
    nb: () =>
      'Tjeneren er opptatt eller på vei ned, så dette ble ikke bekreftet. Send det samme igjen om litt; det blir ikke gjort to ganger.',
    nn: () =>
      'Tenaren er oppteken eller på veg ned, så dette vart ikkje stadfesta. Send det same igjen om litt; det blir ikkje gjort to gonger.',
    en: () =>
      'The server is busy or going down, so this was not confirmed. Send the same again in a while; it will not be done twice.',
  },
  'api.full': {
    nb: () =>
      'Disken til databasen er full, så dette ble ikke bekreftet. Den som driver Samstyr, må gjøre plass. Send det samme igjen etterpå; det blir ikke gjort to ganger.',
    nn: () =>
      'Disken til databasen er full, så dette vart ikkje stadfesta. Den som driv Samstyr, må gjere plass. Send det same igjen etterpå; det blir ikkje gjort to gonger.',
    en: () =>
      'The disk of the database is full, so this was not confirmed. Whoever runs Samstyr must make room. Send the same again afterwards; it will not be done twice.',
  },
  'api.timeout': {
    nb: () => 'Forespørselen tok for lang tid.',
    nn: () => 'Førespurnaden tok for lang tid.',
    en: () => 'The request took too long.',
  },
  'api.internal': {
    nb: () => 'Noe gikk galt hos oss. Oppgi id-en i «instance» når du melder fra.',
    nn: () => 'Noko gjekk gale hos oss. Oppgje id-en i «instance» når du melder frå.',
    en: () => 'Something went wrong with us. Give the id in “instance” when you report it.',
  },
  'login.refused': {
    nb: () => 'E-postadresse, passord eller kode er feil.',
    nn: () => 'E-postadresse, passord eller kode er feil.',
    en: () => 'The e-mail address, password or code is wrong.',
  },
  'login.codeNeeded': {
    nb: () => 'Skriv koden på seks sifre fra autentiseringsappen, eller en gjenopprettingskode.',
    nn: () => 'Skriv koden på seks siffer frå autentiseringsappen, eller ein gjenopprettingskode.',
    en: () => 'Write the code of six digits from the authenticator app, or a recovery code.',
  },
  'login.tokenSpent': {
    nb: () => 'Lenken er brukt eller gått ut. Be administratoren om en ny.',
    nn: () => 'Lenkja er brukt eller gått ut. Be administratoren om ei ny.',
    en: () => 'The link is used or has expired. Ask the administrator for a new one.',
  },
  'login.weakPassword': {
    nb: () => 'Passordet er for lett å gjette. Bruk minst 15 tegn, gjerne flere ord, og ikke e-postadressen.',
    nn: () =>
      'Passordet er for lett å gjette. Bruk minst 15 teikn, gjerne fleire ord, og ikkje e-postadressa.',
    en: () =>
      'The password is too easy to guess. Use at least 15 characters, several words, and not the e-mail address.',
  },
  'login.wrongCode': {
    nb: () => 'Koden stemmer ikke. Se at klokken på telefonen går riktig, og prøv den neste koden.',
    nn: () => 'Koden stemmer ikkje. Sjå at klokka på telefonen går rett, og prøv den neste koden.',
    en: () => 'The code does not fit. See that the phone’s clock is right, and try the next code.',
  },
  'login.oidcOff': {
    nb: () => 'Innlogging med ID-porten eller Entra er ikke satt opp her. Logg inn med passord.',
    nn: () => 'Innlogging med ID-porten eller Entra er ikkje sett opp her. Logg inn med passord.',
    en: () => 'Login by ID-porten or Entra is not set up here. Log in by password.',
  },
  'login.oidcRefused': {
    nb: () => 'Innloggingen ble ikke godkjent. Start på nytt fra innloggingssiden.',
    nn: () => 'Innlogginga vart ikkje godkjend. Start på nytt frå innloggingssida.',
    en: () => 'The login was not accepted. Start again from the login page.',
  },
  'login.unknownPerson': {
    nb: () => 'Du er ikke invitert til noe samarbeid her. Be administratoren om en invitasjon.',
    nn: () => 'Du er ikkje invitert til noko samarbeid her. Be administratoren om ein invitasjon.',
    en: () => 'You are not invited to any cooperation here. Ask the administrator for an invitation.',
  },
  'access.lastAdministrator': {
    nb: () => 'Dette er samarbeidets siste administrator. Gi en annen rollen først.',
    nn: () => 'Dette er den siste administratoren i samarbeidet. Gje ein annan rolla først.',
    en: () => 'This is the cooperation’s last administrator. Give somebody else the role first.',
  },
  'access.scopeNeeded': {
    nb: (p) =>
      p.role === 'unitLeader'
        ? 'En enhetsleder må ha minst én enhet som finnes.'
        : p.role === 'financeOfficer'
          ? 'En økonomiansvarlig må ha én kommune som finnes.'
          : 'Rollen gjelder hele samarbeidet og har verken enhet eller kommune.',
    nn: (p) =>
      p.role === 'unitLeader'
        ? 'Ein einingsleiar må ha minst éi eining som finst.'
        : p.role === 'financeOfficer'
          ? 'Ein økonomiansvarleg må ha éin kommune som finst.'
          : 'Rolla gjeld heile samarbeidet og har verken eining eller kommune.',
    en: (p) =>
      p.role === 'unitLeader'
        ? 'A unit leader has at least one unit that exists.'
        : p.role === 'financeOfficer'
          ? 'A finance officer has one party that exists.'
          : 'The role is for the whole cooperation and has neither unit nor party.',
  },
  'access.notOwnRow': {
    nb: (p) => `Du kan ikke endre ${p.table} ${p.id}: den hører til en annen enhet eller kommune.`,
    nn: (p) => `Du kan ikkje endre ${p.table} ${p.id}: ho høyrer til ei anna eining eller ein annan kommune.`,
    en: (p) => `You may not change ${p.table} ${p.id}: it belongs to another unit or municipality.`,
  },
  'access.delivered': {
    nb: (p) => `${p.unit} er levert for ${p.year} og låst. Ta budsjettet tilbake for å skrive mer.`,
    nn: (p) => `${p.unit} er levert for ${p.year} og låst. Ta budsjettet tilbake for å skrive meir.`,
    en: (p) =>
      `${p.unit} has been delivered for ${p.year} and is locked. Take the budget back to write more.`,
  },
  'round.reasonNeeded': {
    nb: () => 'Skriv hvorfor budsjettet sendes tilbake, så lederen vet hva som skal rettes.',
    nn: () => 'Skriv kvifor budsjettet blir sendt tilbake, så leiaren veit kva som skal rettast.',
    en: () => 'Write why the budget is sent back, so that the leader knows what to put right.',
  },
  'round.notDelivered': {
    nb: (p) => `${p.unit} er ikke levert for ${p.year}. Lederen leverer først.`,
    nn: (p) => `${p.unit} er ikkje levert for ${p.year}. Leiaren leverer først.`,
    en: (p) => `${p.unit} has not been delivered for ${p.year}. Its leader delivers first.`,
  },
  'round.tasksOpen': {
    nb: (p) => `Dette står igjen før ${p.unit} kan leveres: ${p.titles.join(', ')}.`,
    nn: (p) => `Dette står att før ${p.unit} kan leverast: ${p.titles.join(', ')}.`,
    en: (p) => `This is left before ${p.unit} can be delivered: ${p.titles.join(', ')}.`,
  },
  'access.sensitiveService': {
    nb: (p) => `Tjenesten ${p.service} har tall som hviler på få, og kan bare prøves av den som ser dem.`,
    nn: (p) => `Tenesta ${p.service} har tal som kviler på få, og kan berre prøvast av den som ser dei.`,
    en: (p) =>
      `The service ${p.service} has figures that rest on few, and can only be tried by those who see them.`,
  },
  'job.finished': {
    nb: (p) =>
      `Jobben er ${p.state === 'done' ? 'ferdig' : p.state === 'cancelled' ? 'avbrutt' : 'stoppet'} og kan ikke avbrytes.`,
    nn: (p) =>
      `Jobben er ${p.state === 'done' ? 'ferdig' : p.state === 'cancelled' ? 'avbroten' : 'stoppa'} og kan ikkje avbrytast.`,
    en: (p) => `The job is ${p.state} and cannot be cancelled.`,
  },
  'import.notZip': {
    nb: () => 'Filen er ikke en zip-fil som kan leses. Pakk mappen på nytt, uten passord.',
    nn: () => 'Fila er ikkje ei zip-fil som kan lesast. Pakk mappa på nytt, utan passord.',
    en: () => 'The file is no zip that can be read. Pack the folder again, without a password.',
  },
  'import.tooManyFiles': {
    nb: (p) => `Zip-filen har flere enn ${p.limit} filer.`,
    nn: (p) => `Zip-fila har fleire enn ${p.limit} filer.`,
    en: (p) => `The zip has more than ${p.limit} files.`,
  },
  'import.unpackedTooLarge': {
    nb: (p) => `Zip-filen pakkes ut til mer enn ${p.limit} byte.`,
    nn: (p) => `Zip-fila blir pakka ut til meir enn ${p.limit} byte.`,
    en: (p) => `The zip unpacks to more than ${p.limit} bytes.`,
  },
  'import.noExample': {
    nb: () => 'Eksempelet følger ikke med på denne tjeneren. Last opp en mappe, eller begynn tomt.',
    nn: () => 'Eksempelet følgjer ikkje med på denne tenaren. Last opp ei mappe, eller begynn tomt.',
    en: () => 'The example is not on this server. Upload a folder, or begin empty.',
  },
  'import.badPath': {
    nb: (p) => `Zip-filen har et navn som ikke kan brukes: «${p.path}».`,
    nn: (p) => `Zip-fila har eit namn som ikkje kan brukast: «${p.path}».`,
    en: (p) => `The zip has a name that cannot be used: “${p.path}”.`,
  },
  'import.nameTaken': {
    nb: (p) => `Det finnes alt et samarbeid som heter ${p.name}. Velg et annet navn.`,
    nn: (p) => `Det finst alt eit samarbeid som heiter ${p.name}. Vel eit anna namn.`,
    en: (p) => `There is a cooperation named ${p.name} already. Choose another name.`,
  },
};
