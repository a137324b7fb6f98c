/** How long a closed tenant's data is kept. Days. */
export const graceDays = 14;
/** How long the last copy of a database and its files is kept after its tenant was deleted by itself. Days. */
export const finalBackupDays = 30;
