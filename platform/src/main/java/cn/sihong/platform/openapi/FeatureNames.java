package cn.sihong.platform.openapi;

import com.fasterxml.jackson.databind.JavaType;

import io.swagger.v3.core.jackson.TypeNameResolver;

import java.util.Set;

/**
 * Names schemas by feature, {@code plans.PlanController.View}: features name their wire records
 * alike, and by simple names the last {@code View} would stand for all.
 */
class FeatureNames extends TypeNameResolver {

    static String of(Class<?> type) {
        var packageName = type.getPackageName();
        var feature = packageName.substring(packageName.lastIndexOf('.') + 1);
        return feature + type.getName().substring(packageName.length()).replace('$', '.');
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        return of(type);
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        var name = new StringBuilder(nameForClass(type, options));
        for (int i = 0; i < type.containedTypeCount(); i++)
            name.append('-').append(nameForType(type.containedType(i), options));
        return name.toString();
    }
}
