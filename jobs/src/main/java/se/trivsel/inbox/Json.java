package se.trivsel.inbox;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import se.trivsel.vocabulary.MunicipalityCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Our descriptions and manifests as JSON that people can read too.
 *
 * <p>An unknown key is an error: a file written by a newer version must not be half understood.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(MunicipalityCode.class, ToStringSerializer.instance)
                    .addDeserializer(MunicipalityCode.class, new MunicipalityCodeReader()))
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    public static byte[] write(Object record) {
        return MAPPER.writeValueAsBytes(record);
    }

    /** One line, for files with a record a line. */
    public static String line(Object record) {
        return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(record);
    }

    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    private static final class MunicipalityCodeReader extends StdDeserializer<MunicipalityCode> {
        MunicipalityCodeReader() {
            super(MunicipalityCode.class);
        }

        @Override
        public MunicipalityCode deserialize(tools.jackson.core.JsonParser parser, DeserializationContext context)
                throws JacksonException {
            return new MunicipalityCode(parser.getString());
        }
    }
}
