import { municipalities } from '@samstyr/contract/codelists/municipalities';

/** The id of the list, for the fields that offer it. */
export const municipalityList = 'ny-kommuner';

/** Every municipality, to choose from while one writes its name. */
export function MunicipalityList() {
  return (
    <datalist id={municipalityList}>
      {municipalities.flatMap(({ number, names }) =>
        names.map((name) => (
          <option key={`${number} ${name}`} value={name}>
            {number}
          </option>
        )),
      )}
    </datalist>
  );
}
