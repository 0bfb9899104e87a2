import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/front.tsx'),
  route('sprak/:language', 'routes/language.ts'),
  route('logg-inn', 'routes/login.tsx'),
  route('invitasjon', 'routes/invitation.tsx'),
  route('nytt-passord', 'routes/new-password.tsx'),
  route(':cooperation/:year', 'routes/cooperation.tsx', [
    index('routes/overview.tsx'),
    route('kommune/:party?', 'routes/municipality.tsx'),
    route('enhet/:unit?', 'routes/unit.tsx'),
    route('linjer/:unit?', 'routes/lines.tsx'),
    route('enhet/:unit/tekst', 'routes/text.tsx'),
    route('endringer', 'routes/changes.tsx'),
    route('nokkel/*', 'routes/key-lab.tsx'),
    route('scenario', 'routes/scenario.tsx'),
    route('vedtak', 'routes/decisions.tsx'),
    route('kontroll', 'routes/control.tsx'),
    route('kontroll/dokument', 'routes/check-file.tsx'),
    route('runde', 'routes/round.tsx'),
    route('vedtak/:case/vedlegg', 'routes/annex.tsx'),
    route('vedtak/:case/vedlegg.md', 'routes/annex-md.ts'),
    route('tabell.csv', 'routes/overview-csv.ts'),
  ]),
] satisfies RouteConfig;
