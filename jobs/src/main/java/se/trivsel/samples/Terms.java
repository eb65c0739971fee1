package se.trivsel.samples;

/**
 * The terms of an employment for some time; when one of them changes, a new row begins.
 *
 * @param percent of full time
 * @param manager the employment number of the unit's head when the time began, or empty
 */
record Terms(String form, String occupation, String level, String unit, int percent, String manager) {
    Terms in(String otherUnit, String otherManager) {
        return new Terms(form, occupation, level, otherUnit, percent, otherManager);
    }

    Terms as(String otherOccupation, String otherLevel) {
        return new Terms(form, otherOccupation, otherLevel, unit, percent, manager);
    }
}
