package cn.sihong.platform.openapi;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Says what springdoc does not see: a record's component that is not {@code @Nullable} is always
 * there, a map by an enum has no other keys than its constants, and one of several records tells by
 * its {@link JsonTypeName} which it is.
 */
class RecordSchemas implements ModelConverter {

    private final ObjectMapper json;

    RecordSchemas(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        if (type.getType() == null) return chain.next().resolve(type, context, chain);
        var java = json.constructType(type.getType());
        if (java.hasRawClass(JsonNode.class)) return new Schema<>();
        if (kindOf(java.getRawClass()) != null && java.getRawClass().isSealed())
            return oneOf(java.getRawClass(), context);
        var schema = chain.next().resolve(type, context, chain);
        if (schema == null) return null;
        if (java.getRawClass().isRecord()) complete(java, defined(schema, context));
        if (java.isMapLikeType() && java.getKeyType().isEnumType()) nameKeys(java, schema);
        return schema;
    }

    private static Schema<?> oneOf(Class<?> sealed, ModelConverterContext context) {
        var schema = new Schema<>();
        for (var one : sealed.getPermittedSubclasses())
            schema.addOneOfItem(context.resolve(new AnnotatedType(one).resolveAsRef(true)));
        return schema;
    }

    private static @Nullable Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
        if (schema.get$ref() == null) return schema;
        var name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
        return context.getDefinedModels().get(name);
    }

    private static void complete(JavaType type, @Nullable Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) return;
        var record = type.getRawClass();
        var required = new ArrayList<String>();
        var name = record.getAnnotation(JsonTypeName.class);
        var kind = kindOf(record);
        if (name != null && kind != null) {
            schema.addProperty(kind, new StringSchema()._enum(List.of(name.value())));
            required.add(kind);
        }
        Arrays.stream(record.getRecordComponents())
                .filter(component -> !isNullable(component))
                .map(RecordComponent::getName)
                .filter(schema.getProperties()::containsKey)
                .forEach(required::add);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The property that tells which of several records it is. */
    private static @Nullable String kindOf(Class<?> type) {
        var info = type.getAnnotation(JsonTypeInfo.class);
        if (info != null) return info.property();
        return Arrays.stream(type.getInterfaces())
                .map(RecordSchemas::kindOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void nameKeys(JavaType map, Schema<?> schema) {
        if (!(schema.getAdditionalProperties() instanceof Schema<?> value)) return;
        for (var key : map.getKeyType().getRawClass().getEnumConstants())
            schema.addProperty(((Enum<?>) key).name(), value);
        schema.setAdditionalProperties(false);
    }
}
