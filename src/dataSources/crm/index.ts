import { peopleDataSources } from "./people";
import { selectConvertableModule } from "./selectConvertableModule";
import { selectCreatableModule } from "./selectCreatableModule";
import { selectCrmRecord } from "./selectCrmRecord";
import { selectDeletableModule } from "./selectDeletableModule";
import { selectField } from "./selectField";
import { selectNotificationChannel } from "./selectNotificationChannel";
import { selectSearchableField } from "./selectSearchableField";
import { selectUpdatableModule } from "./selectUpdatableModule";
import { selectUpsertableModule } from "./selectUpsertableModule";
import { selectViewableModule } from "./selectViewableModule";
import { selectWritableField } from "./selectWritableField";
import { settingsDataSources } from "./settings";

export const crmDataSources = {
  selectConvertableModule,
  selectCreatableModule,
  selectCrmRecord,
  selectDeletableModule,
  selectField,
  selectNotificationChannel,
  selectSearchableField,
  selectUpdatableModule,
  selectUpsertableModule,
  selectViewableModule,
  selectWritableField,
  ...peopleDataSources,
  ...settingsDataSources,
};
