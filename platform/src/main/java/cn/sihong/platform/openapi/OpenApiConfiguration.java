package cn.sihong.platform.openapi;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.PageRequest;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.servers.Server;

import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

import java.util.Arrays;

@AutoConfiguration
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, PageRequest.class);
    }

    /** The service is reached under the address the document was read from. */
    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Sihong").version("v1"))
                .addServersItem(new Server().url("/"));
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider json) {
        return new ModelResolver(json.jsonMapper(), new FeatureNames()).openapi31(true);
    }

    @Bean
    RecordSchemas recordSchemas(ObjectMapperProvider json) {
        return new RecordSchemas(json.jsonMapper());
    }

    /** An operation is called like its method: of itself springdoc numbers those of equal names. */
    @Bean
    OperationCustomizer operationsNamedLikeMethods() {
        return (operation, handler) -> {
            var method = handler.getMethod();
            var controller = FeatureNames.of(method.getDeclaringClass());
            return operation.operationId(controller + "." + method.getName());
        };
    }

    @Bean
    OperationCustomizer pagesAreAskedForByQuery() {
        return (operation, handler) -> {
            if (takesPage(handler))
                operation
                        .addParametersItem(
                                new QueryParameter().name("after").schema(new StringSchema()))
                        .addParametersItem(
                                new QueryParameter().name("limit").schema(new IntegerSchema()));
            return operation;
        };
    }

    private static boolean takesPage(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(PageRequest.class::equals);
    }
}
