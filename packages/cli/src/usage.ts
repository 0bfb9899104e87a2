/** What a person sees who asks for help. */
export const usage = `samstyr – styring av kommunale samarbeid

Bruk:
  samstyr overview MAPPE --year 2025 [--party NAVN|NUMMER] [--json]    oversikten, eller det én kommune betaler
         [--alternative ID]                                            en versjon som er lagret ved siden av budsjettet
  samstyr explain MAPPE TALL-ID [--depth N] [--edit FIL] [--json]      hvordan et tall ble til
  samstyr explain NAVN TALL-ID --database [--depth N] [--json]         det samme i databasen: hvem som skrev hvert tall, og når
  samstyr whatif MAPPE --year 2025 --edit FIL [--json]                 det samme etter endringer: før, etter, forskjell
         [--alternative ID]                                            det samme for en lagret versjon, i stedet for --edit
  samstyr fit-key MAPPE --service ID --year 2025 [--json]              hvilken nøkkel og registerdato gir de oppgitte andelene
  samstyr build MAPPE --year 2025 --out UT [--format html,xlsx,data,pdf,docx]
                                                                       fellesbudsjettet som nettside, PDF, regneark og åpne data
         [--edition full|municipality:NAVN|summary]                    hele budsjettet, én kommunes utgave eller sammendrag
         [--archive]                                                   også PDF-en som arkivkopi (PDF/A-2a)
         [--audience public|internal]                                  for alle (standard), eller med åpne funn og det som hviler på få
  samstyr plan MAPPE --year 2025 [--party …] [--prices fixed|current]  fireårsplanen, i faste eller løpende priser
  samstyr roll MAPPE --to 2026 [--out MAPPE2] [--json]                 mappe for neste år, og hva som kom inn og ut
  samstyr check MAPPE|FIL [--json] [--html SIDE] [--annotate KOPI.xlsx]
                                                                       funn i en samarbeidsmappe, eller i et publisert dokument (docx,
                                                                       xlsx, html, pdf, md, txt), også som nettside og i arbeidsboka selv
  samstyr draft FIL --out MAPPE [--registers MAPPE2] [--json]          utkast til samarbeidsmappe fra et publisert fellesbudsjett; nøkler
                                                                       prøves mot folketallet i dokumentet, eller i MAPPE2
  samstyr serve MAPPE [--year 2025] [--port 4925]                      vis fellesbudsjettet på en lokal adresse
  samstyr serve [--demo] [--port 4925]                                 tjeneren: database, innlogging og API; --demo med eksempelet
  samstyr invite SAMARBEID E-POST                                      lenke til den første administratoren

Databasen (en egen i ./data, eller den i DATABASE_URL):
  samstyr import MAPPE                                                 les en samarbeidsmappe inn
  samstyr export NAVN MAPPE                                            skriv et samarbeid til en mappe
  samstyr verify [NAVN] [--head REVISJON:KODE]                         hold alle rader og summer mot loggen
  samstyr backup FIL                                                   sikkerhetskopi av alt, mens folk arbeider
  samstyr restore FIL [--replace]                                      sett databasen tilbake til kopien, helt eller ikke i det hele tatt

Miljøet til tjeneren: SAMSTYR_HOST, SAMSTYR_URL, SAMSTYR_PROXIES, SAMSTYR_DATA, SAMSTYR_OIDC_…, og
  SAMSTYR_HEAVY_PER_MINUTE    poeng en person har i minuttet til det som er tungt (oversikt 1, hva-om 3, dokumenter 10); 300 er vanlig, 0 ingen grense

Felles:
  --rounding agreement|ore    avrund som avtalen sier (standard), eller til hele øre
  --language nb|nn|en         språk i tekster
Utgangskode: 0 i orden, 1 funn eller avvist innhold, 2 feil bruk.
`;
