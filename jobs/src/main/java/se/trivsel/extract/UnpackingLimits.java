package se.trivsel.extract;

/**
 * How much a packed delivery may hold. A few kilobytes can be packed that unpack to more than any disk holds.
 *
 * <p>A share is no fault in a small file, so the ratio counts only once there is much.
 *
 * @param entries the most entries of a {@code .zip}, folders and what a computer adds by itself counted
 * @param bytes the most bytes it may unpack to, all entries together
 * @param ratio the most bytes one packed byte may unpack to
 */
record UnpackingLimits(int entries, long bytes, int ratio) {
    static final UnpackingLimits USUAL = new UnpackingLimits(64, 16L << 30, 200);

    private static final long MUCH = 1 << 20;

    boolean allow(long packed, long unpacked) {
        return unpacked <= bytes && (unpacked <= MUCH || unpacked / ratio <= packed);
    }
}
