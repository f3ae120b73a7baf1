package cn.sihong.platform.test;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a service says to its database, read in its compiled classes. */
final class Statements {

    private static final String CLIENT = JdbcClient.class.getName().replace('.', '/');

    private Statements() {}

    /**
     * The classes of this application that give {@link JdbcClient#sql} something else than a text
     * which stands in the code, alone, in a field or with other such texts put into it.
     */
    static SortedSet<String> composedIn(Class<?> application) {
        try (var files = Files.walk(classesOf(application))) {
            var composing = new TreeSet<String>();
            for (var file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
                var type = ClassFile.of().parse(file);
                if (type.methods().stream().anyMatch(Statements::composes))
                    composing.add(name(type));
            }
            return composing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classesOf(Class<?> application) {
        try {
            return Path.of(application.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean composes(MethodModel method) {
        if (method.code().isEmpty()) return false;
        var code =
                method.code().get().elementList().stream()
                        .filter(Instruction.class::isInstance)
                        .map(Instruction.class::cast)
                        .toList();
        for (int i = 1; i < code.size(); i++)
            if (calls(code.get(i), CLIENT, "sql") && !stands(code, i - 1)) return true;
        return false;
    }

    /** Whether what this instruction leaves behind is a text of the code. */
    private static boolean stands(List<Instruction> code, int at) {
        return switch (code.get(at)) {
            case ConstantInstruction _, FieldInstruction _ -> true;
            case InvokeInstruction call when calls(call, "java/lang/String", "formatted") ->
                    standsWhatIsPutIn(code, at - 1);
            default -> false;
        };
    }

    /** From the last element backwards to the making of the array that holds them. */
    private static boolean standsWhatIsPutIn(List<Instruction> code, int last) {
        for (int i = last; !(code.get(i) instanceof NewReferenceArrayInstruction); i--)
            if (code.get(i) instanceof ArrayStoreInstruction && !stands(code, i - 1)) return false;
        return true;
    }

    private static boolean calls(Instruction instruction, String owner, String method) {
        return instruction instanceof InvokeInstruction call
                && call.name().equalsString(method)
                && call.owner().asInternalName().equals(owner);
    }

    private static String name(ClassModel type) {
        return type.thisClass().asInternalName().replace('/', '.');
    }
}
